package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on sources. */
@Description("Conditions on sources, which hold together; an empty filter lets everything through.")
@Input("SourceFilter")
public class SourceFilter implements Filter {

    @Description("The key.")
    public StringFilter key;

    @Description("Whether it is an article or a dataset.")
    public SourceKindFilter kind;

    @Description("The headline or name.")
    public StringFilter title;

    @Description("Who published it.")
    public StringFilter publisher;

    @Description("When it was published.")
    public DateFilter publishedOn;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull SourceFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull SourceFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public SourceFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.lowerCaseText("natural_key", key)
                .constant("kind", kind)
                .text("title", title)
                .text("publisher", publisher)
                .date("published_on", publishedOn)
                .combined(and, or, not);
    }
}
