package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bluehelmets.dataloading.NameSearch;
import org.bluehelmets.model.SearchResult;
import org.bluehelmets.query.BadUserInputException;
import org.bluehelmets.query.ConnectionArguments;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Searches objects by part of their names. */
@GraphQLApi
@ApplicationScoped
public class SearchApi {

    @Query("search")
    @NonNull
    @Description("Searches countries, missions, military units and sources by part of their names, codes or"
            + " aliases; case-insensitive. Full matches come first, then matches at the beginning, then other"
            + " matches.")
    public List<@NonNull SearchResult> search(
            @NonNull @Description("Text to search for.") String text,
            @DefaultValue("10") @Description("Maximum number of results, 0 to 100.") Integer first) {
        if (text.isBlank()) {
            throw new BadUserInputException("`text` must not be blank; provide at least one character.");
        }
        int limit = first == null ? 10 : ConnectionArguments.size("first", first);
        return NameSearch.find(text.strip(), limit).stream()
                .map(SearchResult.class::cast)
                .toList();
    }
}
