package org.bluehelmets.query;

import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A sort order of deployments. */
@Description("Sort order of deployments. Unknown values sort last in both directions. Ties are broken by a"
        + " unique key, so pages are stable.")
@Input("DeploymentOrder")
public class DeploymentOrder implements Order<Deployment> {

    @NonNull
    @Description("Field to sort by.")
    public DeploymentOrderField field;

    @DefaultValue("ASC")
    @Description("Direction of the sort.")
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
