package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of adding a military unit. */
@Description("Result of adding a military unit.")
public record BattalionPayload(
        @Description("The military unit in its current state. Null if the unit does not exist.")
        Battalion battalion,

        @NonNull @Description("Errors in the input; if there are any, nothing was changed. Empty on success.")
        List<@NonNull UserError> userErrors) {}
