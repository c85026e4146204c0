package org.bluehelmets.query;

import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;

/** What battalions can be ordered by. */
@Description("What battalions can be ordered by.")
public enum BattalionOrderField {
    @Description("By name.")
    NAME(SortKey.key("name_key", b -> b.nameKey)),
    @Description("By the date it was formed.")
    FORMED_ON(SortKey.date("formed_on", true, b -> b.formedOn));

    final SortKey<Battalion> key;

    BattalionOrderField(SortKey<Battalion> key) {
        this.key = key;
    }
}
