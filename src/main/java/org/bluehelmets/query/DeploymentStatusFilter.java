package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a deployment's status. */
@Description("Filters the status of deployments. All conditions must match.")
@Input("DeploymentStatusFilter")
public class DeploymentStatusFilter implements EnumFilter<DeploymentStatus> {

    @Description("Equal to this value.")
    public DeploymentStatus eq;

    @Description("Not equal to this value.")
    public DeploymentStatus ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull DeploymentStatus> in;

    @Description("Equal to none of these values.")
    public List<@NonNull DeploymentStatus> notIn;

    @Override
    public DeploymentStatus eq() {
        return eq;
    }

    @Override
    public DeploymentStatus ne() {
        return ne;
    }

    @Override
    public List<DeploymentStatus> in() {
        return in;
    }

    @Override
    public List<DeploymentStatus> notIn() {
        return notIn;
    }
}
