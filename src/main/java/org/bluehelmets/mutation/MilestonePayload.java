package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to a milestone. */
@Description("What became of a change to a milestone.")
public record MilestonePayload(
        @Description("The milestone as it is now; null where there is none.")
        Milestone milestone,

        @NonNull @Description("What was wrong; nothing was changed then. Empty where all went well.")
        List<@NonNull UserError> userErrors) {}
