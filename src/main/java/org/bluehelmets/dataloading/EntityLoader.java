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
import org.dataloader.DataLoaderFactory;

/**
 * Reads rows for the graph: the one place that knows about batching. What the fields of one level ask for is gathered
 * and read by one statement for each field and each set of its arguments, however many parents there are.
 */
@ApplicationScoped
public class EntityLoader {

    private final RowCache remembered;
    private final Clock clock;

    EntityLoader(RowCache remembered, Clock clock) {
        this.remembered = remembered;
        this.clock = clock;
    }

    /** Which day it is in UTC: the same for the whole request. */
    public LocalDate today() {
        return RequestTransaction.current().today(clock);
    }

    private record ByParent<A>(Long parent, A arguments) {}

    /** The object that a row refers to; null where it refers to none. */
    public <E extends BaseEntity> CompletionStage<E> loadReference(Class<E> type, E reference) {
        return reference == null ? completedFuture(null) : loadByPrimaryKey(type, reference.pk);
    }

    /** The object with a surrogate key. */
    public <E extends BaseEntity> CompletionStage<E> loadByPrimaryKey(Class<E> type, Long pk) {
        return loadBatched(type.getSimpleName() + " by pk", pk, keys -> EntityQueries.byPrimaryKeys(type, keys));
    }

    /** The object with a natural key; null where there is none. */
    public <E extends BaseEntity> CompletionStage<E> loadByKey(EntityDescriptor<E> listing, String key) {
        return loadBatched(listing.table() + " by key", key, keys -> EntityQueries.byKeys(listing, keys));
    }

    /** Like {@link #loadByKey}, at once: for keys in the arguments of fields, of which a document has few. */
    public <E extends BaseEntity> E findByKey(EntityDescriptor<E> listing, String key) {
        return memoize(
                List.of(listing, key),
                () -> EntityQueries.byKeys(listing, List.of(key)).get(key));
    }

    /** The object that a row refers to, at once; null where it refers to none. */
    public <E extends BaseEntity> E findReference(Class<E> type, E reference) {
        return reference == null
                ? null
                : memoize(
                        List.of(type, reference.pk),
                        () -> EntityQueries.byPrimaryKeys(type, List.of(reference.pk))
                                .get(reference.pk));
    }

    /** A figure that was retracted, by its natural key; null where there is none. */
    public PersonnelCount findRetracted(String key) {
        return memoize(
                List.of("retracted", key),
                () -> EntityQueries.retracted(List.of(key)).get(key));
    }

    /** The military unit with a name, or else an alias, in any case; null where there is none. */
    public Battalion findBattalionByName(String name) {
        return memoize(List.of("battalion named", name), () -> EntityQueries.battalionNamed(name));
    }

    /** A short list of a parent, whole. */
    public <T> CompletionStage<List<T>> loadList(ListAssociation<T> relation, BaseEntity parent) {
        return loadBatched(relation.name(), parent.pk, parents -> {
            Map<Long, List<T>> found = EntityQueries.lists(relation, parents.toArray(Long[]::new));
            parents.forEach(each -> found.putIfAbsent(each, List.of()));
            return found;
        });
    }

    /** A page of a list that belongs to a parent. */
    public <E extends BaseEntity> CompletionStage<Page<E>> loadPage(
            PagedAssociation<E> relation, BaseEntity parent, PageRequest<E> asked) {
        PageRequest<E> request = asked.on(today());
        CompletionStage<List<E>> rows = loadBatched(
                relation.name(),
                new ByParent<>(parent.pk, request),
                keys -> byArguments(
                        keys, List.of(), (arguments, parents) -> EntityQueries.pages(relation, parents, arguments)));
        return rows.thenApply(found -> Page.of(request, found, () -> count(relation, parent, request)));
    }

    private <E extends BaseEntity> CompletionStage<Integer> count(
            PagedAssociation<E> relation, BaseEntity parent, PageRequest<E> request) {
        return loadBatched(
                relation.name() + " count",
                new ByParent<>(parent.pk, request.criteria()),
                keys -> byArguments(keys, 0, (criteria, parents) -> EntityQueries.counts(relation, parents, criteria)));
    }

    /** A page of all rows of a type. */
    public <E extends BaseEntity> Page<E> findPage(PageRequest<E> asked) {
        PageRequest<E> request = asked.on(today());
        List<E> found = memoize(List.of("page", request), () -> EntityQueries.page(request));
        return Page.of(
                request,
                found,
                () -> completedFuture(memoize(
                        List.of("count", request.listing(), request.criteria()), () -> EntityQueries.count(request))));
    }

    /**
     * Reads something that a query needs only once, however many of its fields ask for it.
     *
     * @param key tells it from whatever else is read once, by whichever query
     */
    public <T> T memoize(Object key, Supplier<T> read) {
        RequestTransaction unit = RequestTransaction.current();
        return unit.once(key, () -> {
            T known = remembered.get(unit.version(), "once", key);
            if (known == null) {
                known = read.get();
                remembered.put(unit.version(), "once", key, known);
            }
            return known;
        });
    }

    /** The rows of an HQL query, one array for each. Parameters may be arrays, for {@code any_of}. */
    public List<Object[]> query(String hql, Map<String, Object> parameters) {
        return EntityQueries.query(hql, parameters).getResultList();
    }

    /** All of what was asked for one by one, in the same order. */
    public <T> CompletionStage<List<T>> allOf(List<CompletionStage<T>> parts) {
        CompletableFuture<?>[] futures =
                parts.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(futures)
                .thenApply(done -> parts.stream()
                        .map(part -> part.toCompletableFuture().join())
                        .toList());
    }

    private interface ForParents<A, V> {
        Map<Long, V> read(A arguments, Long[] parents);
    }

    /** Reads once for each set of arguments among the keys. */
    private static <A, V> Map<ByParent<A>, V> byArguments(Set<ByParent<A>> keys, V absent, ForParents<A, V> statement) {
        Map<A, List<ByParent<A>>> groups = new LinkedHashMap<>();
        keys.forEach(key ->
                groups.computeIfAbsent(key.arguments, a -> new ArrayList<>()).add(key));
        Map<ByParent<A>, V> found = new HashMap<>();
        groups.forEach((arguments, group) -> {
            Long[] parents = group.stream().map(ByParent::parent).toArray(Long[]::new);
            Map<Long, V> values = statement.read(arguments, parents);
            group.forEach(key -> found.put(key, values.getOrDefault(key.parent, absent)));
        });
        return found;
    }

    /**
     * Reads what the fields of a level ask for together.
     *
     * @param loader tells this kind of reading from others
     * @param batch reads for all keys; keys that it leaves out are answered by null
     */
    public <K, V> CompletionStage<V> loadBatched(String loader, K key, Function<Set<K>, Map<K, V>> batch) {
        RequestTransaction unit = RequestTransaction.current();
        V known = remembered.get(unit.version(), loader, key);
        if (known != null) {
            return completedFuture(known);
        }
        return unit.loaders()
                .<K, V>computeIfAbsent(
                        loader,
                        name -> DataLoaderFactory.newMappedDataLoader((Set<K> keys) -> {
                            Map<K, V> found = batch.apply(keys);
                            found.forEach((each, value) -> remembered.put(unit.version(), loader, each, value));
                            return completedFuture(found);
                        }))
                .load(key);
    }
}
