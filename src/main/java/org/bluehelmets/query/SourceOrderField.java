package org.bluehelmets.query;

import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which sources can be sorted. */
@Description("Fields by which sources can be sorted.")
public enum SourceOrderField {
    @Description("Key.")
    KEY(SortKey.key("natural_key", s -> s.key)),
    @Description("Date of publication.")
    PUBLISHED_ON(SortKey.date("published_on", true, s -> s.publishedOn)),
    @Description("Title.")
    TITLE(SortKey.key("title_key", s -> s.titleKey));

    final SortKey<Source> key;

    SourceOrderField(SortKey<Source> key) {
        this.key = key;
    }
}
