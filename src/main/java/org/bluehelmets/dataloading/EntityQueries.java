package org.bluehelmets.dataloading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.LikePattern;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.SqlCondition;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * The statements of {@link EntityLoader}. Fixed statements are HQL. Statements that depend on filters and sort orders are
 * SQL, because translating each new one from HQL takes longer than executing it.
 */
final class EntityQueries {

    /** The maximum number of parameters in all branches of a statement. Statements with more take long to parse. */
    private static final int MAX_BRANCH_PARAMETERS = 1000;

    /** A primary key that no row has. */
    private static final long NO_PARENT = -1;

    private EntityQueries() {}

    static <E extends BaseEntity> Map<Long, E> byPrimaryKeys(Class<E> type, Collection<Long> keys) {
        String hql = "from %s e where any_of(e.pk, :keys)".formatted(type.getSimpleName());
        return bind(session().createSelectionQuery(hql, type), Map.of("keys", keys.toArray(Long[]::new)))
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.pk, row -> row));
    }

    static <E extends BaseEntity> Map<String, E> byKeys(EntityDescriptor<E> descriptor, Collection<String> keys) {
        return byKeys(descriptor, descriptor.table(), keys);
    }

    /** Retracted counts. They are in a separate table with the same columns. */
    static Map<String, PersonnelCount> retracted(Collection<String> keys) {
        return byKeys(EntityDescriptor.PERSONNEL_COUNTS, "retracted_personnel_count", keys);
    }

    private static <E extends BaseEntity> Map<String, E> byKeys(
            EntityDescriptor<E> descriptor, String table, Collection<String> keys) {
        String sql = "select {e.*} from %s e where e.%s = any(:keys)"
                .formatted(table, descriptor.naturalKey().column());
        return entities(descriptor, sql, Map.of("keys", keys.toArray(String[]::new))).stream()
                .collect(Collectors.toMap(BaseEntity::naturalKey, row -> row));
    }

    /** Prefers an exact name to a name with the same key, and names to aliases. */
    static Battalion battalionByName(String name) {
        String hql = """
                from Battalion e
                where e.name = :name or e.nameKey = :key or e.aliasKeys like :alias escape '!'
                order by case when e.name = :name then 0 when e.nameKey = :key then 1 else 2 end, e.key""";
        String key = TextFolding.fold(name);
        if (key.isEmpty()) {
            // a name without letters and digits has no key: compare it literally
            key = name;
        }
        Map<String, Object> parameters =
                Map.of("name", name, "key", key, "alias", "%\n" + LikePattern.escape(key) + "\n%");
        return bind(session().createSelectionQuery(hql, Battalion.class), parameters)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Returns complete lists by parent. */
    static <T> Map<Long, List<T>> lists(ListAssociation<T> association, Long[] parents) {
        String hql = "select %1$s, e from %2$s where any_of(%1$s, :parents) order by %3$s"
                .formatted(association.parent(), association.from(), association.orderBy());
        return byParent(query(hql, Map.of("parents", parents)));
    }

    /** Returns the requested rows and one more for each parent. */
    static <E extends BaseEntity> Map<Long, List<E>> pages(
            PagedAssociation<E> association, Long[] parents, PageRequest<E> request) {
        Map<String, Object> parameters = new HashMap<>(request.parameters());
        String found;
        // a power of two, so that there are few different statements
        int branches = Integer.highestOneBit(Math.max(1, parents.length * 2 - 1));
        if (association.large() && branches * (parameters.size() + 1) <= MAX_BRANCH_PARAMETERS) {
            found = branches(association, branches, request);
            for (int i = 0; i < branches; i++) {
                parameters.put("p" + i, i < parents.length ? parents[i] : NO_PARENT);
            }
        } else {
            found = window(association, request);
            parameters.put("parents", parents);
            parameters.put("rows", request.limit() + 1);
        }
        String sql = "select w.parent_pk, {e.*} from (%s) w join %s e on e.pk = w.pk order by w.parent_pk, %s"
                .formatted(found, request.descriptor().table(), request.orderBy());
        return byParent(bind(
                session()
                        .createNativeQuery(sql, Object[].class)
                        .addScalar("parent_pk", Long.class)
                        .addEntity("e", request.descriptor().type()),
                parameters));
    }

    /**
     * One subquery for each parent. The database reads only the requested rows, from an index on the parent and the sort
     * keys. It uses the index only if the ORDER BY clause includes the parent.
     *
     * <p>The page size is part of the SQL text. Within a transaction, H2 reuses the result of a subquery if its
     * parameters have not changed since its last execution. It does not compare the parameters in FETCH, OFFSET and ORDER BY
     * of a branch of a union, so a branch would return as many rows as in the previous query (see ResultReuseTest and the
     * related https://github.com/h2database/h2database/issues/3534). Measured alternatives: one text for all sizes is not
     * faster, because H2 plans such a statement at each execution; sizes rounded up to 11, 21, 51 and 101 are up to 20 %
     * slower; OPTIMIZE_REUSE_RESULTS=FALSE makes nested filters 17 to 150 times slower, because H2 executes their subqueries
     * for each row.
     */
    private static String branches(PagedAssociation<?> association, int parents, PageRequest<?> request) {
        return IntStream.range(0, parents)
                .mapToObj(i -> """
                        (select %1$s as parent_pk, e.pk from %2$s where %1$s = :p%3$s%4$s
                        order by %1$s%5$s, %6$s fetch first %7$s rows only)""".formatted(
                                association.parent(),
                                association.from(),
                                i,
                                request.andClause(),
                                request.descending() ? " desc" : "",
                                request.orderBy(),
                                request.limit() + 1))
                .collect(Collectors.joining(" union all "));
    }

    /** Numbers the rows of each parent with a window function, so that the limit applies to each parent. */
    private static String window(PagedAssociation<?> association, PageRequest<?> request) {
        return """
                select n.parent_pk, n.pk from (
                  select %1$s as parent_pk, e.pk, row_number() over (partition by %1$s order by %2$s) as place
                  from %3$s
                  where %1$s = any(:parents)%4$s
                ) n where n.place <= :rows""".formatted(association.parent(), request.orderBy(), association.from(), request.andClause());
    }

    static <E extends BaseEntity> Map<Long, Integer> counts(
            PagedAssociation<E> association, Long[] parents, SqlCondition condition) {
        String sql =
                "select %1$s as parent_pk, count(*) as number from %2$s where %1$s = any(:parents)%3$s group by %1$s"
                        .formatted(association.parent(), association.from(), condition.andClause());
        Map<String, Object> parameters = new HashMap<>(condition.parameters());
        parameters.put("parents", parents);
        Map<Long, Integer> counts = new HashMap<>();
        for (Object[] row : bind(
                        session()
                                .createNativeQuery(sql, Object[].class)
                                .addScalar("parent_pk", Long.class)
                                .addScalar("number", Integer.class),
                        parameters)
                .getResultList()) {
            counts.put((Long) row[0], (Integer) row[1]);
        }
        return counts;
    }

    /** Returns the requested rows of all rows of a type, and one more. */
    static <E extends BaseEntity> List<E> page(PageRequest<E> request) {
        String sql = "select {e.*} from %s e where 1 = 1%s order by %s fetch first :rows rows only"
                .formatted(request.descriptor().table(), request.andClause(), request.orderBy());
        Map<String, Object> parameters = new HashMap<>(request.parameters());
        parameters.put("rows", request.limit() + 1);
        return entities(request.descriptor(), sql, parameters);
    }

    static <E extends BaseEntity> int count(PageRequest<E> request) {
        SqlCondition condition = request.condition();
        String sql = "select count(*) as number from %s e where 1 = 1%s"
                .formatted(request.descriptor().table(), condition.andClause());
        return bind(
                        session().createNativeQuery(sql, Integer.class).addScalar("number", Integer.class),
                        condition.parameters())
                .getSingleResult();
    }

    static SelectionQuery<Object[]> query(String hql, Map<String, Object> parameters) {
        return bind(session().createSelectionQuery(hql, Object[].class), parameters);
    }

    private static <E extends BaseEntity> List<E> entities(
            EntityDescriptor<E> descriptor, String sql, Map<String, Object> parameters) {
        return bind(session().createNativeQuery(sql, descriptor.type()).addEntity("e", descriptor.type()), parameters)
                .getResultList();
    }

    private static StatelessSession session() {
        return RequestTransaction.current().session();
    }

    private static <R> SelectionQuery<R> bind(SelectionQuery<R> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<Long, List<T>> byParent(SelectionQuery<Object[]> query) {
        Map<Long, List<T>> lists = new HashMap<>();
        for (Object[] row : query.getResultList()) {
            lists.computeIfAbsent((Long) row[0], parent -> new ArrayList<>()).add((T) row[1]);
        }
        return lists;
    }
}
