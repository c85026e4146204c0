package org.bluehelmets.query;

import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which military units can be sorted. */
@Description("Fields by which military units can be sorted.")
public enum BattalionOrderField {
    @Description("Name.")
    NAME(SortKey.key("name_key", b -> b.nameKey)),
    @Description("Date of formation.")
    FORMED_ON(SortKey.date("formed_on", true, b -> b.formedOn));

    final SortKey<Battalion> key;

    BattalionOrderField(SortKey<Battalion> key) {
        this.key = key;
    }
}
