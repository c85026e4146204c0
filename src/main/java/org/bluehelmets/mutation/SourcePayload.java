package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.Source;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to a source. */
@Description("What became of a change to a source.")
public record SourcePayload(
        @Description("The source as it is now; null where there is none.")
        Source source,

        @NonNull @Description("What was wrong; nothing was changed then. Empty where all went well.")
        List<@NonNull UserError> userErrors) {}
