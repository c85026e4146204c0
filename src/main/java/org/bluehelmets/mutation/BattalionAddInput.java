package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.UnitKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for a new military unit. */
@Input("BattalionAddInput")
@Description("Input for a new military unit.")
public class BattalionAddInput {

    @NonNull
    @Description("Unique name, such as IndKazBat.")
    public String name;

    @Description("Alternative names. No other unit may use them.")
    public List<@NonNull String> aliases;

    @NonNull
    @Description("Size or role of the unit.")
    public UnitKind unitKind;

    @NonNull
    @Description("ISO 3166-1 alpha-3 codes of the contributing countries.")
    public List<@NonNull String> nations;

    @Description("Acronym of the mission in which it serves.")
    public String mission;

    @Description("Name of the larger unit that contains it.")
    public String parent;

    @Description("Sector of the mission's area in which the unit serves.")
    public String sector;

    @Description("Date of formation in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String formedOn;
}
