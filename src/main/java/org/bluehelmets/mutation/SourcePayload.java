package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of adding a source. */
@Description("Result of adding a source.")
public record SourcePayload(
        @Description("The source in its current state. Null if the source does not exist.")
        Source source,

        @NonNull @Description("Errors in the input; if there are any, nothing was changed. Empty on success.")
        List<@NonNull UserError> userErrors) {}
