package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on milestones. */
@Description("Conditions on milestones, which hold together; an empty filter lets everything through.")
@Input("MilestoneFilter")
public class MilestoneFilter implements Filter {

    @Description("What it marks.")
    public MilestoneKindFilter kind;

    @Description("When it happened.")
    public DateFilter date;

    @Description("What happened.")
    public StringFilter title;

    @Description("At least one of the nations it concerns.")
    public NationFilter nation;

    @Description("At least one of the missions it concerns.")
    public MissionFilter mission;

    @Description("At least one of the units it concerns.")
    public BattalionFilter battalion;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull MilestoneFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull MilestoneFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public MilestoneFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.constant("kind", kind)
                .date("date", date)
                .text("title", title)
                .anyOf("milestone_nation", "milestone", "nation", nation)
                .anyOf("milestone_mission", "milestone", "mission", mission)
                .anyOf("milestone_battalion", "milestone", "battalion", battalion)
                .combined(and, or, not);
    }
}
