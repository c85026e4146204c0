package org.bluehelmets.query;

import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;

/** What missions can be ordered by. */
@Description("What missions can be ordered by.")
public enum MissionOrderField {
    @Description("By acronym.")
    ACRONYM(SortKey.key("acronym", m -> m.acronym)),
    @Description("By name.")
    NAME(SortKey.key("name_key", m -> m.nameKey)),
    @Description("By the date it began.")
    STARTED_ON(SortKey.date("started_on", true, m -> m.startedOn));

    final SortKey<Mission> key;

    MissionOrderField(SortKey<Mission> key) {
        this.key = key;
    }
}
