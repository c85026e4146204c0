package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on battalions. */
@Description("Filters military units. All conditions must match; an empty filter matches every unit.")
@Input("BattalionFilter")
public class BattalionFilter implements Filter {

    private static final String JOINT =
            "{}.pk in (select j.battalion_pk from battalion_nation j group by j.battalion_pk having count(*) > 1)";

    @Description("Name.")
    public StringFilter name;

    @Description("Size or role of the unit.")
    public UnitKindFilter unitKind;

    @Description("Whether more than one country contributes to the unit.")
    public BooleanFilter joint;

    @Description("Condition that at least one of the contributing countries must match.")
    public NationFilter nation;

    @Description("Mission in which it serves or served.")
    public MissionFilter mission;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull BattalionFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull BattalionFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public BattalionFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.text("name", name)
                .enumValue("unit_kind", unitKind)
                .bool(JOINT, joint)
                .anyOf("battalion_nation", "battalion", "nation", nation)
                .reference("mission", mission)
                .combine(and, or, not);
    }
}
