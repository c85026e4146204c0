package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.UnitKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A military unit that is not there yet. */
@Input("BattalionAddInput")
@Description("A military unit that is not there yet.")
public class BattalionAddInput {

    @NonNull
    @Description("The name, such as IndKazBat, which no other unit has.")
    public String name;

    @Description("Other names of it, which no other unit has.")
    public List<@NonNull String> aliases;

    @NonNull
    @Description("The size or role of the unit.")
    public UnitKind unitKind;

    @NonNull
    @Description("The codes of the nations that raise it.")
    public List<@NonNull String> nations;

    @Description("The acronym of the mission it serves in.")
    public String mission;

    @Description("The name of the unit it is part of.")
    public String parent;

    @Description("The sector of the mission's area that it serves in.")
    public String sector;

    @Description("When it was formed: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String formedOn;
}
