package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on battalions. */
@Description("Conditions on battalions, which hold together; an empty filter lets everything through.")
@Input("BattalionFilter")
public class BattalionFilter implements Filter {

    private static final String JOINT =
            "{}.pk in (select j.pk from Battalion j join j.nations n group by j.pk having count(n.pk) > 1)";

    @Description("The name.")
    public StringFilter name;

    @Description("The size or role.")
    public UnitKindFilter unitKind;

    @Description("Whether more than one nation raised it.")
    public BooleanFilter joint;

    @Description("At least one of the nations that raised it.")
    public NationFilter nation;

    @Description("The mission it serves in.")
    public MissionFilter mission;

    @Description("All of these hold as well.")
    public List<@NonNull BattalionFilter> and;

    @Description("At least one of these holds as well.")
    public List<@NonNull BattalionFilter> or;

    @Description("This does not hold.")
    public BattalionFilter not;

    @Override
    public void conditions(Where where) {
        where.text("name", name)
                .constant("unitKind", unitKind)
                .condition(JOINT, joint)
                .anyOf("nations", Battalion.class, nation)
                .reference("mission", Mission.class, mission)
                .combined(and, or, not);
    }
}
