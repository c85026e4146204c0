package org.bluehelmets.mutation;

import org.eclipse.microprofile.graphql.Description;

/** What is wrong with an input. */
@Description("What is wrong with an input.")
public enum UserErrorCode {
    @Description("It cannot be so.")
    INVALID,
    @Description("What it names is not there.")
    NOT_FOUND,
    @Description("It is there already.")
    DUPLICATE,
    @Description("Somebody else has changed it meanwhile; the payload has the current version.")
    CONFLICT
}
