package org.bluehelmets.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What lies around a page of a list. */
@Description("What lies around a page of a list.")
public record PageInfo(
        @NonNull @Description("Whether more come after this page; with before, true because that cursor's row does.")
        Boolean hasNextPage,

        @NonNull @Description("Whether more come before this page; with after, true because that cursor's row does.")
        Boolean hasPreviousPage,

        @Description("The first row's cursor; null where the page is empty.")
        String startCursor,

        @Description("The last row's cursor; null where the page is empty.")
        String endCursor) {}
