package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on personnel counts. */
@Description("Filters personnel counts. All conditions must match; an empty filter matches every count.")
@Input("PersonnelCountFilter")
public class PersonnelCountFilter implements Filter {

    @Description("Number of people, women and men together.")
    public IntFilter total;

    @Description("Number of women.")
    public IntFilter women;

    @Description("Category of the personnel counted.")
    public PersonnelCategoryFilter category;

    @Description("Kind of statement that the count makes.")
    public CountStatusFilter status;

    @Description("Precision of the count as the source gives it.")
    public PrecisionFilter precision;

    @Description("Date for which the count holds.")
    public DateFilter asOf;

    @Description("The contributing country.")
    public NationFilter nation;

    @Description("Mission that the count covers.")
    public MissionFilter mission;

    @Description("Military unit that the count covers.")
    public BattalionFilter battalion;

    @Description("Source of the count.")
    public SourceFilter source;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull PersonnelCountFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull PersonnelCountFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public PersonnelCountFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.number("total", total)
                .number("women", women)
                .enumValue("category", category)
                .enumValue("status", status)
                .enumValue("precision", precision)
                .date("as_of", asOf)
                .reference("nation", nation)
                .reference("mission", mission)
                .reference("battalion", battalion)
                .reference("source", source)
                .combine(and, or, not);
    }
}
