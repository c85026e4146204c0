package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;

/** What kind of statement a personnel count is. */
@Description("What kind of statement a personnel count is.")
public enum CountStatus {
    @Description("Announced for the future.")
    PLANNED,
    @Description("Permitted by a parliament or a mandate.")
    AUTHORISED,
    @Description("Serving at the date.")
    DEPLOYED,
    @Description("Served at some time in the past.")
    HISTORICAL
}
