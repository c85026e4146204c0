package org.bluehelmets.query;

import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;

/** What sources can be ordered by. */
@Description("What sources can be ordered by.")
public enum SourceOrderField {
    @Description("By key.")
    KEY(SortKey.key("natural_key", s -> s.key)),
    @Description("By the date it was published.")
    PUBLISHED_ON(SortKey.date("published_on", true, s -> s.publishedOn)),
    @Description("By title.")
    TITLE(SortKey.key("title_key", s -> s.titleKey));

    final SortKey<Source> key;

    SourceOrderField(SortKey<Source> key) {
        this.key = key;
    }
}
