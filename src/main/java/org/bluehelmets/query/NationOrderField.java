package org.bluehelmets.query;

import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;

/** What nations can be ordered by. */
@Description("What nations can be ordered by.")
public enum NationOrderField {
    @Description("By code.")
    CODE(SortKey.key("code", n -> n.code)),
    @Description("By name.")
    NAME(SortKey.key("name_key", n -> n.nameKey));

    final SortKey<Nation> key;

    NationOrderField(SortKey<Nation> key) {
        this.key = key;
    }
}
