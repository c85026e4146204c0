package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Deployment;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to a deployment. */
@Description("What became of a change to a deployment.")
public record DeploymentPayload(
        @Description("The deployment as it is now; null where there is none.")
        Deployment deployment,

        @NonNull @Description("What was wrong; nothing was changed then. Empty where all went well.")
        List<@NonNull UserError> userErrors) {}
