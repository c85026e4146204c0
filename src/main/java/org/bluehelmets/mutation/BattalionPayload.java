package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to a military unit. */
@Description("What became of a change to a military unit.")
public record BattalionPayload(
        @Description("The military unit as it is now; null where there is none.")
        Battalion battalion,

        @NonNull @Description("What was wrong; nothing was changed then. Empty where all went well.")
        List<@NonNull UserError> userErrors) {}
