package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on sources. */
@Description("Filters sources. All conditions must match; an empty filter matches every source.")
@Input("SourceFilter")
public class SourceFilter implements Filter {

    @Description("Key.")
    public StringFilter key;

    @Description("Kind of source: article or dataset.")
    public SourceKindFilter kind;

    @Description("Headline of the article or name of the dataset.")
    public StringFilter title;

    @Description("Newspaper, magazine or organisation that published the source.")
    public StringFilter publisher;

    @Description("Date of publication.")
    public DateFilter publishedOn;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull SourceFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull SourceFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public SourceFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.lowerCaseText("natural_key", key)
                .enumValue("kind", kind)
                .text("title", title)
                .text("publisher", publisher)
                .date("published_on", publishedOn)
                .combine(and, or, not);
    }
}
