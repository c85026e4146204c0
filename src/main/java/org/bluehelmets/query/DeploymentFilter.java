package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on deployments. */
@Description("Filters deployments. All conditions must match; an empty filter matches every deployment.")
@Input("DeploymentFilter")
public class DeploymentFilter implements Filter {

    @Description("Rotation number, counted from 1.")
    public IntFilter rotation;

    @Description("Status of the deployment.")
    public DeploymentStatusFilter status;

    @Description("Start date, actual or planned.")
    public DateFilter startsOn;

    @Description("End date, actual or planned.")
    public DateFilter endsOn;

    @Description("The contributing country.")
    public NationFilter nation;

    @Description("Mission in which it serves or served.")
    public MissionFilter mission;

    @Description("Military unit in which the contingent serves.")
    public BattalionFilter battalion;

    @Description("Filters that must all match in addition to the other conditions. An empty list has no effect.")
    public List<@NonNull DeploymentFilter> and;

    @Description("Filters of which at least one must match in addition to the other conditions. An empty list has"
            + " no effect.")
    public List<@NonNull DeploymentFilter> or;

    @Description("Filter that must not match. An empty filter here matches nothing.")
    public DeploymentFilter not;

    @Override
    public void appendTo(FilterSqlBuilder builder) {
        builder.number("rotation", rotation)
                .enumValue("status", status)
                .date("starts_on", startsOn)
                .date("ends_on", endsOn)
                .reference("nation", nation)
                .reference("mission", mission)
                .reference("battalion", battalion)
                .combine(and, or, not);
    }
}
