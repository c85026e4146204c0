package org.bluehelmets.api;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Information about a page of a connection. */
@Description("Information about a page of a connection.")
public record PageInfo(
        @NonNull
        @Description("Whether there are items after this page. With before, always true, because the item of that"
                + " cursor follows.")
        Boolean hasNextPage,

        @NonNull
        @Description("Whether there are items before this page. With after, always true, because the item of that"
                + " cursor precedes it.")
        Boolean hasPreviousPage,

        @Description("Cursor of the first item. Null if the page is empty.")
        String startCursor,

        @Description("Cursor of the last item. Null if the page is empty.")
        String endCursor) {}
