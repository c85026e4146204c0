package org.bluehelmets.mutation;

import java.util.Optional;
import org.bluehelmets.model.CountStatus;
import org.bluehelmets.model.Precision;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What a figure should say. What is not given stays; what is given as null becomes unknown, where it may. */
@Input("PersonnelCountCorrectInput")
@Description("What a figure should say. What is not given stays; women, men and note given as null become unknown.")
public class PersonnelCountCorrectInput {

    @Description("The key of the source.")
    public String source;

    @Description("How many people, women and men together.")
    public Integer total;

    @Description("How many of them are women; null: the source does not say.")
    public Optional<Integer> women;

    @Description("How many of them are men; null: the source does not say.")
    public Optional<Integer> men;

    @Description("How exactly the source gives the number.")
    public Precision precision;

    @Description("What kind of statement it is.")
    public CountStatus status;

    @Description("The date that it holds for: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String asOf;

    @Description("What else the source says of it; null: nothing.")
    public Optional<String> note;

    @NonNull
    @Description("Why, for the history.")
    public String reason;
}
