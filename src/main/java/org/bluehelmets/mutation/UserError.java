package org.bluehelmets.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What an editor got wrong, and what to do about it. */
@Description("What an editor got wrong, and what to do about it.")
public record UserError(
        @NonNull @Description("What is wrong.") UserErrorCode code,

        @NonNull @Description("What is wrong and what to do, in a sentence.")
        String message,

        @NonNull @Description("Where in the arguments, such as [\"input\", \"women\"]; places in lists count from 0.")
        List<@NonNull String> path) {}
