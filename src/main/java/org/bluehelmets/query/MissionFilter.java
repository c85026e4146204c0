package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on missions. */
@Description("Conditions on missions, which hold together; an empty filter lets everything through.")
@Input("MissionFilter")
public class MissionFilter implements Filter {

    @Description("The acronym.")
    public StringFilter acronym;

    @Description("The full name.")
    public StringFilter name;

    @Description("What it is, and whether the United Nations runs it.")
    public MissionKindFilter kind;

    @Description("Whether it is under way today.")
    public BooleanFilter active;

    @Description("When it began.")
    public DateFilter startedOn;

    @Description("At least one of the nations it works in.")
    public NationFilter host;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull MissionFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull MissionFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public MissionFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.upperCaseText("acronym", acronym)
                .text("name", name)
                .constant("kind", kind)
                .underWay("started_on", "ended_on", "ended", active)
                .date("started_on", startedOn)
                .anyOf("mission_host", "mission", "nation", host)
                .combined(and, or, not);
    }
}
