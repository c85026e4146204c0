package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on nations. */
@Description("Filters countries. All conditions must match; an empty filter matches every country.")
@Input("NationFilter")
public class NationFilter implements Filter {

    @Description("ISO 3166-1 alpha-3 code.")
    public StringFilter code;

    @Description("Name.")
    public StringFilter name;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull NationFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull NationFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public NationFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.upperCaseText("code", code).text("name", name).combine(and, or, not);
    }
}
