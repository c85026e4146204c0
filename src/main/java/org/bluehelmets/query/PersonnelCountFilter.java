package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on personnel counts. */
@Description("Conditions on personnel counts, which hold together; an empty filter lets everything through.")
@Input("PersonnelCountFilter")
public class PersonnelCountFilter implements Filter {

    @Description("The number of people.")
    public IntFilter total;

    @Description("The number of women.")
    public IntFilter women;

    @Description("The kind of personnel.")
    public PersonnelCategoryFilter category;

    @Description("The kind of statement.")
    public CountStatusFilter status;

    @Description("How exactly the number is given.")
    public PrecisionFilter precision;

    @Description("The date that the figure holds for.")
    public DateFilter asOf;

    @Description("The nation whose personnel is counted.")
    public NationFilter nation;

    @Description("The mission whose personnel is counted.")
    public MissionFilter mission;

    @Description("The unit whose personnel is counted.")
    public BattalionFilter battalion;

    @Description("The source that gave the figure.")
    public SourceFilter source;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull PersonnelCountFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull PersonnelCountFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public PersonnelCountFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.number("total", total)
                .number("women", women)
                .constant("category", category)
                .constant("status", status)
                .constant("precision", precision)
                .date("as_of", asOf)
                .reference("nation", nation)
                .reference("mission", mission)
                .reference("battalion", battalion)
                .reference("source", source)
                .combined(and, or, not);
    }
}
