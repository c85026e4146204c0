package org.bluehelmets.query;

import org.bluehelmets.model.Nation;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which countries can be sorted. */
@Description("Fields by which countries can be sorted.")
public enum NationOrderField {
    @Description("ISO 3166-1 alpha-3 code.")
    CODE(SortKey.key("code", n -> n.code)),
    @Description("Name.")
    NAME(SortKey.key("name_key", n -> n.nameKey));

    final SortKey<Nation> key;

    NationOrderField(SortKey<Nation> key) {
        this.key = key;
    }
}
