package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on battalions. */
@Description("Conditions on battalions, which hold together; an empty filter lets everything through.")
@Input("BattalionFilter")
public class BattalionFilter implements Filter {

    private static final String JOINT =
            "{}.pk in (select j.battalion_pk from battalion_nation j group by j.battalion_pk having count(*) > 1)";

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

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull BattalionFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull BattalionFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public BattalionFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.text("name", name)
                .constant("unit_kind", unitKind)
                .condition(JOINT, joint)
                .anyOf("battalion_nation", "battalion", "nation", nation)
                .reference("mission", mission)
                .combined(and, or, not);
    }
}
