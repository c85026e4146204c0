package org.bluehelmets.dataloading;

import static java.util.concurrent.CompletableFuture.completedFuture;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.SqlCondition;
import org.dataloader.DataLoaderFactory;

/**
 * Loads rows for the fields of a request, in the transaction of the current thread.
 *
 * <p>{@code load…} methods are batched: one statement serves all parents of a level of the response, for each field and
 * each set of arguments. {@code find…} methods send their statement at once.
 */
@ApplicationScoped
public class EntityLoader {

    /** The loader name of memoized values in the row cache. */
    private static final String MEMOIZED = "memoized";

    /** The key of a batched field: the primary key of the parent, and the arguments of the field. */
    private record FieldKey<A>(Long parent, A arguments) {}

    private interface FieldStatement<A, V> {
        /** Returns a value for each parent. Parents without one may be missing. */
        Map<Long, V> execute(A arguments, Long[] parents);
    }

    private final RowCache rowCache;
    private final Clock clock;

    EntityLoader(RowCache rowCache, Clock clock) {
        this.rowCache = rowCache;
        this.clock = clock;
    }

    /** The current date in UTC. It stays the same during a request. */
    public LocalDate today() {
        return currentCaches().today(clock);
    }

    private static RequestCaches currentCaches() {
        return RequestCaches.of(RequestTransaction.current());
    }

    /** Loads the row that another row refers to; null if the reference is null. */
    public <E extends BaseEntity> CompletionStage<E> loadReference(Class<E> type, E reference) {
        return reference == null ? completedFuture(null) : loadByPrimaryKey(type, reference.pk);
    }

    public <E extends BaseEntity> CompletionStage<E> loadByPrimaryKey(Class<E> type, Long pk) {
        return loadBatched(type.getSimpleName() + " by pk", pk, keys -> EntityQueries.byPrimaryKeys(type, keys));
    }

    /** Loads the row with a natural key; null if there is none. */
    public <E extends BaseEntity> CompletionStage<E> loadByKey(EntityDescriptor<E> descriptor, String key) {
        return loadBatched(descriptor.table() + " by key", key, keys -> EntityQueries.byKeys(descriptor, keys));
    }

    /** Returns the row with a natural key; null if there is none. */
    public <E extends BaseEntity> E findByKey(EntityDescriptor<E> descriptor, String key) {
        return memoize(
                List.of(descriptor, key),
                () -> EntityQueries.byKeys(descriptor, List.of(key)).get(key));
    }

    /** Returns the row that another row refers to; null if the reference is null. */
    public <E extends BaseEntity> E findReference(Class<E> type, E reference) {
        return reference == null
                ? null
                : memoize(
                        List.of(type, reference.pk),
                        () -> EntityQueries.byPrimaryKeys(type, List.of(reference.pk))
                                .get(reference.pk));
    }

    /** Returns the retracted count with a natural key; null if there is none. */
    public PersonnelCount findRetracted(String key) {
        return memoize(
                List.of("retracted", key),
                () -> EntityQueries.retracted(List.of(key)).get(key));
    }

    /** Returns the battalion with a name, or else with an alias, ignoring case; null if there is none. */
    public Battalion findBattalionByName(String name) {
        return memoize(List.of("battalion by name", name), () -> EntityQueries.battalionByName(name));
    }

    /** Loads all entries of a list field. */
    public <T> CompletionStage<List<T>> loadList(ListAssociation<T> association, BaseEntity parent) {
        return loadBatched(association.name(), parent.pk, parents -> {
            Map<Long, List<T>> lists = EntityQueries.lists(association, parents.toArray(Long[]::new));
            parents.forEach(each -> lists.putIfAbsent(each, List.of()));
            return lists;
        });
    }

    /** Loads a page of a connection field. */
    public <E extends BaseEntity> CompletionStage<Page<E>> loadPage(
            PagedAssociation<E> association, BaseEntity parent, PageRequest<E> request) {
        PageRequest<E> resolved = request.resolveDates(today());
        CompletionStage<List<E>> rows = loadBatched(
                association.name(),
                new FieldKey<>(parent.pk, resolved),
                keys -> executeForEachArguments(
                        keys, List.of(), (arguments, parents) -> EntityQueries.pages(association, parents, arguments)));
        return rows.thenApply(
                found -> Page.of(resolved, found, () -> loadCount(association, parent, resolved.condition())));
    }

    private <E extends BaseEntity> CompletionStage<Integer> loadCount(
            PagedAssociation<E> association, BaseEntity parent, SqlCondition condition) {
        return loadBatched(
                association.name() + " count",
                new FieldKey<>(parent.pk, condition),
                keys -> executeForEachArguments(
                        keys, 0, (arguments, parents) -> EntityQueries.counts(association, parents, arguments)));
    }

    /** Returns a page of all rows of a type. */
    public <E extends BaseEntity> Page<E> findPage(PageRequest<E> request) {
        PageRequest<E> resolved = request.resolveDates(today());
        List<E> found = memoize(List.of("page", resolved), () -> EntityQueries.page(resolved));
        return Page.of(
                resolved,
                found,
                () -> completedFuture(memoize(
                        List.of("count", resolved.descriptor(), resolved.condition()),
                        () -> EntityQueries.count(resolved))));
    }

    /**
     * Returns the value of a key from the caches of the request or from the row cache, or computes it.
     *
     * @param key unique among all memoized values
     */
    public <T> T memoize(Object key, Supplier<T> supplier) {
        RequestTransaction transaction = RequestTransaction.current();
        return RequestCaches.of(transaction).memoize(key, () -> {
            T cached = rowCache.get(transaction.dataVersion(), MEMOIZED, key);
            if (cached == null) {
                cached = supplier.get();
                rowCache.put(transaction.dataVersion(), MEMOIZED, key, cached);
            }
            return cached;
        });
    }

    /** Returns the rows of an HQL query, each as an array. Parameters may be arrays, for {@code any_of}. */
    public List<Object[]> query(String hql, Map<String, Object> parameters) {
        return EntityQueries.query(hql, parameters).getResultList();
    }

    /** Runs a change of data. Reads before, during and after it do not share cached rows. */
    public <T> T withClearedCaches(Supplier<T> change) {
        RequestCaches caches = currentCaches();
        caches.clear();
        try {
            return change.get();
        } finally {
            caches.clear();
        }
    }

    /** Returns the results of all stages, in the same order. */
    public <T> CompletionStage<List<T>> allOf(List<CompletionStage<T>> stages) {
        CompletableFuture<?>[] futures =
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(futures)
                .thenApply(done -> stages.stream()
                        .map(stage -> stage.toCompletableFuture().join())
                        .toList());
    }

    /** Executes a statement once for each set of arguments among the keys. */
    private static <A, V> Map<FieldKey<A>, V> executeForEachArguments(
            Set<FieldKey<A>> keys, V defaultValue, FieldStatement<A, V> statement) {
        Map<A, List<FieldKey<A>>> groups = new LinkedHashMap<>();
        keys.forEach(key ->
                groups.computeIfAbsent(key.arguments, a -> new ArrayList<>()).add(key));
        Map<FieldKey<A>, V> values = new HashMap<>();
        groups.forEach((arguments, group) -> {
            Long[] parents = group.stream().map(FieldKey::parent).toArray(Long[]::new);
            Map<Long, V> byParent = statement.execute(arguments, parents);
            group.forEach(key -> values.put(key, byParent.getOrDefault(key.parent, defaultValue)));
        });
        return values;
    }

    /**
     * Loads the value of a key, together with the other keys that the current level of the response needs.
     *
     * @param loader the name of the data loader
     * @param batch returns values by key; missing keys have the value null
     */
    public <K, V> CompletionStage<V> loadBatched(String loader, K key, Function<Set<K>, Map<K, V>> batch) {
        RequestTransaction transaction = RequestTransaction.current();
        V cached = rowCache.get(transaction.dataVersion(), loader, key);
        if (cached != null) {
            return completedFuture(cached);
        }
        return RequestCaches.of(transaction)
                .dataLoaders()
                .<K, V>computeIfAbsent(
                        loader,
                        name -> DataLoaderFactory.newMappedDataLoader((Set<K> keys) -> {
                            Map<K, V> values = batch.apply(keys);
                            values.forEach(
                                    (each, value) -> rowCache.put(transaction.dataVersion(), loader, each, value));
                            return completedFuture(values);
                        }))
                .load(key);
    }
}
