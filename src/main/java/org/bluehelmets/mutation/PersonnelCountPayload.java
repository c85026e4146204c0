package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.PersonnelCount;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Result of a change to a personnel count. */
@Description("Result of a change to a personnel count.")
public record PersonnelCountPayload(
        @Description("The personnel count in its current state. Null if the count does not exist.")
        PersonnelCount personnelCount,

        @NonNull @Description("Errors in the input; if there are any, nothing was changed. Empty on success.")
        List<@NonNull UserError> userErrors) {}
