package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of adding a milestone. */
@Description("Result of adding a milestone.")
public record MilestonePayload(
        @Description("The milestone in its current state. Null if the milestone does not exist.")
        Milestone milestone,

        @NonNull @Description("Errors in the input; if there are any, nothing was changed. Empty on success.")
        List<@NonNull UserError> userErrors) {}
