package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on milestones. */
@Description("Filters milestones. All conditions must match; an empty filter matches every milestone.")
@Input("MilestoneFilter")
public class MilestoneFilter implements Filter {

    @Description("Kind of event.")
    public MilestoneKindFilter kind;

    @Description("Date of the event.")
    public DateFilter date;

    @Description("Description of the event.")
    public StringFilter title;

    @Description("Condition that at least one of the countries concerned must match.")
    public NationFilter nation;

    @Description("Condition that at least one of the missions concerned must match.")
    public MissionFilter mission;

    @Description("Condition that at least one of the military units concerned must match.")
    public BattalionFilter battalion;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull MilestoneFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull MilestoneFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public MilestoneFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.enumValue("kind", kind)
                .date("date", date)
                .text("title", title)
                .anyOf("milestone_nation", "milestone", "nation", nation)
                .anyOf("milestone_mission", "milestone", "mission", mission)
                .anyOf("milestone_battalion", "milestone", "battalion", battalion)
                .combine(and, or, not);
    }
}
