package org.bluehelmets.mutation;

import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for a personnel count from a source. */
@Input("PersonnelCountRecordInput")
@Description("Input for a personnel count from a source.")
public class PersonnelCountRecordInput {

    @NonNull
    @Description("Key of the source.")
    public String source;

    @Description(
            "ISO 3166-1 alpha-3 code of the contributing country. Omit it for a count of all countries" + " together.")
    public String nation;

    @Description("Acronym of the mission. Omit it for a count of all UN missions together.")
    public String mission;

    @Description("Name of the military unit, if the source gives it.")
    public String battalion;

    @Id
    @Description("Global id of the deployment that is counted. It provides the country, mission and unit if they"
            + " are omitted.")
    public String deployment;

    @NonNull
    @Description("Category of the personnel counted.")
    public PersonnelCategory category;

    @NonNull
    @Description("Number of people, women and men together.")
    public Integer total;

    @Description("Number of women, if the source gives it.")
    public Integer women;

    @Description("Number of men, if the source gives it.")
    public Integer men;

    @DefaultValue("EXACT")
    @Description("Precision of the count as the source gives it.")
    public Precision precision = Precision.EXACT;

    @NonNull
    @Description("Kind of statement that the count makes.")
    public CountStatus status;

    @NonNull
    @Description("Date for which the count holds, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String asOf;

    @Description("Other information from the source.")
    public String note;
}
