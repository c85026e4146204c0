package org.bluehelmets.query;

import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;

/** What deployments can be ordered by. */
@Description("What deployments can be ordered by.")
public enum DeploymentOrderField {
    @Description("By the date it began, or was due to.")
    STARTS_ON(SortKey.date("starts_on", true, d -> d.startsOn)),
    @Description("By the date it ended, or was due to.")
    ENDS_ON(SortKey.date("ends_on", true, d -> d.endsOn)),
    @Description("By rotation.")
    ROTATION(SortKey.number("rotation", true, d -> d.rotation));

    final SortKey<Deployment> key;

    DeploymentOrderField(SortKey<Deployment> key) {
        this.key = key;
    }
}
