package org.bluehelmets.query;

import org.bluehelmets.model.Mission;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which missions can be sorted. */
@Description("Fields by which missions can be sorted.")
public enum MissionOrderField {
    @Description("Acronym.")
    ACRONYM(SortKey.key("acronym", m -> m.acronym)),
    @Description("Name.")
    NAME(SortKey.key("name_key", m -> m.nameKey)),
    @Description("Date on which the mission was established or began.")
    STARTED_ON(SortKey.date("started_on", true, m -> m.startedOn));

    final SortKey<Mission> key;

    MissionOrderField(SortKey<Mission> key) {
        this.key = key;
    }
}
