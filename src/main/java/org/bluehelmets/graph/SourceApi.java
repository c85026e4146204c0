package org.bluehelmets.graph;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.loading.Loading;
import org.bluehelmets.loading.Relation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.Listing;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.query.Slice;
import org.bluehelmets.query.SourceFilter;
import org.bluehelmets.query.SourceOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Sources, and what they said. */
@GraphQLApi
@ApplicationScoped
public class SourceApi {

    private final Loading loading;

    SourceApi(Loading loading) {
        this.loading = loading;
    }

    @Query("source")
    @Description("The source with a key; null where there is none.")
    public CompletionStage<Source> source(@NonNull @Description("The key, such as diplomat-2020.") String key) {
        return loading.byKey(Listing.SOURCES, key);
    }

    @Query("sources")
    @NonNull
    @Description("All sources, by key unless ordered otherwise.")
    public SourceConnection sources(
            @Description(Arguments.FILTER) SourceFilter filter,
            @Description(Arguments.ORDER_BY) List<SourceOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.SOURCES, filter, orderBy, new Slice(first, after, last, before));
        return new SourceConnection(loading.page(request));
    }

    @NonNull
    @Description("The personnel counts that it gave, oldest first unless ordered otherwise.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Source source,
            @Description(Arguments.FILTER) PersonnelCountFilter filter,
            @Description(Arguments.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(Arguments.FIRST) Integer first,
            @Description(Arguments.AFTER) String after,
            @Description(Arguments.LAST) Integer last,
            @Description(Arguments.BEFORE) String before) {
        var request = PageRequest.of(Listing.PERSONNEL_COUNTS, filter, orderBy, new Slice(first, after, last, before));
        return loading.page(Relation.SOURCE_COUNTS, source, request).thenApply(PersonnelCountConnection::new);
    }
}
