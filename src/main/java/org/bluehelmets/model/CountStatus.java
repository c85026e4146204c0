package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** Kind of statement that a personnel count makes. */
@Description("Kind of statement that a personnel count makes.")
public enum CountStatus {
    @Description("Announced for a future date.")
    PLANNED,
    @Description("Authorised ceiling, set by a parliament or a mandate.")
    AUTHORISED,
    @Description("Serving on the given date.")
    DEPLOYED,
    @Description("Served at some time in the past.")
    HISTORICAL
}
