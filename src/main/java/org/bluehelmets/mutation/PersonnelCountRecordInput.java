package org.bluehelmets.mutation;

import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.PersonnelCategory;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A figure as a source gives it. */
@Input("PersonnelCountRecordInput")
@Description("A figure as a source gives it.")
public class PersonnelCountRecordInput {

    @NonNull
    @Description("The key of the source.")
    public String source;

    @Description("The code of the nation whose personnel is counted; without it, all contributors together.")
    public String nation;

    @Description("The acronym of the mission whose personnel is counted; without it, all UN missions together.")
    public String mission;

    @Description("The name of the unit, where the source names one.")
    public String battalion;

    @Id
    @Description(
            "The id of the deployment that is counted; it says which nation, mission and unit, where they are not given.")
    public String deployment;

    @NonNull
    @Description("What kind of personnel is counted.")
    public PersonnelCategory category;

    @NonNull
    @Description("How many people, women and men together.")
    public Integer total;

    @Description("How many of them are women, where the source says so.")
    public Integer women;

    @Description("How many of them are men, where the source says so.")
    public Integer men;

    @DefaultValue("EXACT")
    @Description("How exactly the source gives the number.")
    public Precision precision = Precision.EXACT;

    @NonNull
    @Description("What kind of statement it is.")
    public CountStatus status;

    @NonNull
    @Description("The date that it holds for: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String asOf;

    @Description("What else the source says of it.")
    public String note;
}
