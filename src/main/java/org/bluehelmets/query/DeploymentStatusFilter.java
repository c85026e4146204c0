package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a deployment's status. */
@Description("Conditions on a deployment's status, which hold together.")
@Input("DeploymentStatusFilter")
public class DeploymentStatusFilter implements EnumFilter<DeploymentStatus> {

    @Description("Equal.")
    public DeploymentStatus eq;

    @Description("Not equal.")
    public DeploymentStatus ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull DeploymentStatus> in;

    @Description("None of these.")
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
