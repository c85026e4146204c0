package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on nations. */
@Description("Conditions on nations, which hold together; an empty filter lets everything through.")
@Input("NationFilter")
public class NationFilter implements Filter {

    @Description("The ISO 3166-1 alpha-3 code.")
    public StringFilter code;

    @Description("The name.")
    public StringFilter name;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull NationFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull NationFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public NationFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.upperCaseText("code", code).text("name", name).combined(and, or, not);
    }
}
