package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on missions. */
@Description("Filters missions. All conditions must match; an empty filter matches every mission.")
@Input("MissionFilter")
public class MissionFilter implements Filter {

    @Description("Acronym.")
    public StringFilter acronym;

    @Description("Full name.")
    public StringFilter name;

    @Description("Kind of mission, which also tells whether the UN runs it.")
    public MissionKindFilter kind;

    @Description("Whether the mission is active today (UTC).")
    public BooleanFilter active;

    @Description("Date on which the mission was established or began.")
    public DateFilter startedOn;

    @Description("Condition that at least one of the countries in which the mission operates must match.")
    public NationFilter host;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull MissionFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull MissionFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public MissionFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.upperCaseText("acronym", acronym)
                .text("name", name)
                .enumValue("kind", kind)
                .activeToday("started_on", "ended_on", "ended", active)
                .date("started_on", startedOn)
                .anyOf("mission_host", "mission", "nation", host)
                .combine(and, or, not);
    }
}
