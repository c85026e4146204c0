package org.bluehelmets.query;

import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;

/** Fields by which deployments can be sorted. */
@Description("Fields by which deployments can be sorted.")
public enum DeploymentOrderField {
    @Description("Start date, actual or planned.")
    STARTS_ON(SortKey.date("starts_on", true, d -> d.startsOn)),
    @Description("End date, actual or planned.")
    ENDS_ON(SortKey.date("ends_on", true, d -> d.endsOn)),
    @Description("Rotation number.")
    ROTATION(SortKey.number("rotation", true, d -> d.rotation));

    final SortKey<Deployment> key;

    DeploymentOrderField(SortKey<Deployment> key) {
        this.key = key;
    }
}
