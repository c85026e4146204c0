package org.bluehelmets.query;

import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;

/** What milestones can be ordered by. */
@Description("What milestones can be ordered by.")
public enum MilestoneOrderField {
    @Description("By date.")
    DATE(SortKey.date("date", true, m -> m.date)),
    @Description("By title.")
    TITLE(SortKey.key("title_key", m -> m.titleKey));

    final SortKey<Milestone> key;

    MilestoneOrderField(SortKey<Milestone> key) {
        this.key = key;
    }
}
