package org.bluehelmets.mutation;

import org.eclipse.microprofile.graphql.Description;

/** Kind of error in an input. */
@Description("Kind of error in an input.")
public enum UserErrorCode {
    @Description("The value is invalid.")
    INVALID,
    @Description("The referenced object does not exist.")
    NOT_FOUND,
    @Description("The object already exists.")
    DUPLICATE,
    @Description("Another editor has changed the object; the payload contains the current version.")
    CONFLICT
}
