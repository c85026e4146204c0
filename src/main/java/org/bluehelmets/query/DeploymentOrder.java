package org.bluehelmets.query;

import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An order of deployments. */
@Description(
        "An order of deployments. What is not known comes last in either direction, and ties are broken so that pages are stable.")
@Input("DeploymentOrder")
public class DeploymentOrder implements Order<Deployment> {

    @NonNull
    @Description("What to order by.")
    public DeploymentOrderField field;

    @DefaultValue("ASC")
    @Description("Which way.")
    public Direction direction = Direction.ASC;

    @Override
    public SortKey<Deployment> key() {
        return field.key;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
