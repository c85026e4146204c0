package org.bluehelmets.mutation;

import java.util.Optional;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for the correction of a personnel count. Omitted fields keep their values; null removes an optional value. */
@Input("PersonnelCountCorrectInput")
@Description("Input for a correction of a personnel count. Omitted fields keep their values; null clears"
        + " women, men and note.")
public class PersonnelCountCorrectInput {

    @Description("Key of the source.")
    public String source;

    @Description("Number of people, women and men together.")
    public Integer total;

    @Description("Number of women. Null if the source does not give it.")
    public Optional<Integer> women;

    @Description("Number of men. Null if the source does not give it.")
    public Optional<Integer> men;

    @Description("Precision of the count as the source gives it.")
    public Precision precision;

    @Description("Kind of statement that the count makes.")
    public CountStatus status;

    @Description("Date for which the count holds, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String asOf;

    @Description("Other information from the source. Null clears it.")
    public Optional<String> note;

    @NonNull
    @Description("Reason for the change, kept in the history.")
    public String reason;
}
