package org.bluehelmets.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An error in an editor's input. */
@Description("An error in an editor's input.")
public record UserError(
        @NonNull @Description("Kind of error.") UserErrorCode code,

        @NonNull @Description("Description of the error and how to correct it.")
        String message,

        @NonNull @Description("Path of the argument, such as [\"input\", \"women\"]. List elements are counted from 0.")
        List<@NonNull String> path) {}
