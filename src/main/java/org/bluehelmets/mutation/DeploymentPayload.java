package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of a change to a deployment. */
@Description("Result of a change to a deployment.")
public record DeploymentPayload(
        @Description("The deployment in its current state. Null if the deployment does not exist.")
        Deployment deployment,

        @NonNull @Description("Errors in the input; if there are any, nothing was changed. Empty on success.")
        List<@NonNull UserError> userErrors) {}
