package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.PagedAssociation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.query.SourceFilter;
import org.bluehelmets.query.SourceOrder;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of sources and the fields of a source that load other data. */
@GraphQLApi
@ApplicationScoped
public class SourceApi {

    private final EntityLoader loader;

    SourceApi(EntityLoader loader) {
        this.loader = loader;
    }

    @Query("source")
    @Description("Finds the source with a key. Null if there is none.")
    public CompletionStage<Source> source(
            @NonNull @Description("Key of the source, such as diplomat-2020.") String key) {
        return loader.loadByKey(EntityDescriptor.SOURCES, key);
    }

    @Query("sources")
    @NonNull
    @Description("Lists sources, by default sorted by key.")
    public SourceConnection sources(
            @Description(ArgumentDescriptions.FILTER) SourceFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<SourceOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.SOURCES, filter, orderBy, new ConnectionArguments(first, after, last, before));
        return new SourceConnection(loader.findPage(request));
    }

    @NonNull
    @Description("Personnel counts from the source, by default sorted by date, oldest first.")
    public CompletionStage<@NonNull PersonnelCountConnection> personnelCounts(
            @org.eclipse.microprofile.graphql.Source Source source,
            @Description(ArgumentDescriptions.FILTER) PersonnelCountFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.PERSONNEL_COUNTS,
                filter,
                orderBy,
                new ConnectionArguments(first, after, last, before));
        return loader.loadPage(PagedAssociation.SOURCE_COUNTS, source, request)
                .thenApply(PersonnelCountConnection::new);
    }
}
