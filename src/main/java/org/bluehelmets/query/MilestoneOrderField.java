package org.bluehelmets.query;

import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which milestones can be sorted. */
@Description("Fields by which milestones can be sorted.")
public enum MilestoneOrderField {
    @Description("Date of the event.")
    DATE(SortKey.date("date", true, m -> m.date)),
    @Description("Title.")
    TITLE(SortKey.key("title_key", m -> m.titleKey));

    final SortKey<Milestone> key;

    MilestoneOrderField(SortKey<Milestone> key) {
        this.key = key;
    }
}
