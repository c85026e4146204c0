package org.bluehelmets.query;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on deployments. */
@Description("Conditions on deployments, which hold together; an empty filter lets everything through.")
@Input("DeploymentFilter")
public class DeploymentFilter implements Filter {

    @Description("The rotation, counted from 1.")
    public IntFilter rotation;

    @Description("How far it has come.")
    public DeploymentStatusFilter status;

    @Description("When it began, or was due to.")
    public DateFilter startsOn;

    @Description("When it ended, or was due to.")
    public DateFilter endsOn;

    @Description("The nation that sends it.")
    public NationFilter nation;

    @Description("The mission it serves in.")
    public MissionFilter mission;

    @Description("The unit it serves in.")
    public BattalionFilter battalion;

    @Description("All of these hold as well; an empty list is no condition.")
    public List<@NonNull DeploymentFilter> and;

    @Description("At least one of these holds as well; an empty list is no condition.")
    public List<@NonNull DeploymentFilter> or;

    @Description("This does not hold; nothing passes where it is an empty filter.")
    public DeploymentFilter not;

    @Override
    public void conditions(FilterSqlBuilder where) {
        where.number("rotation", rotation)
                .constant("status", status)
                .date("starts_on", startsOn)
                .date("ends_on", endsOn)
                .reference("nation", nation)
                .reference("mission", mission)
                .reference("battalion", battalion)
                .combined(and, or, not);
    }
}
