package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What became of a change to a figure. */
@Description("What became of a change to a figure.")
public record PersonnelCountPayload(
        @Description("The figure as it is now; null where there is none.")
        PersonnelCount personnelCount,

        @NonNull @Description("What was wrong; nothing was changed then. Empty where all went well.")
        List<@NonNull UserError> userErrors) {}
