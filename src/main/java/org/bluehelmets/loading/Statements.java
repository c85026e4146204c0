package org.bluehelmets.loading;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Stored;
import org.bluehelmets.query.Criteria;
import org.bluehelmets.query.PageRequest;
import org.hibernate.query.SelectionQuery;

/**
 * The statements that loading sends, in HQL. None depends on the number of keys that it is asked for, so that each is
 * translated once.
 */
final class Statements {

    private Statements() {}

    /** Rows by the values of a unique column. */
    static <E extends Stored, K> Map<K, E> byColumn(Class<E> type, String path, Class<K> keyType, Collection<K> keys) {
        String hql = "select e.%s, e from %s e where any_of(e.%s, :keys)".formatted(path, type.getSimpleName(), path);
        Map<K, E> found = new HashMap<>();
        @SuppressWarnings("unchecked")
        K[] array = keys.toArray((K[]) Array.newInstance(keyType, 0));
        for (Object[] row : query(hql, Map.of("keys", array)).getResultList()) {
            found.put(keyType.cast(row[0]), type.cast(row[1]));
        }
        return found;
    }

    /** A name goes before an alias. */
    static Battalion battalionNamed(String name) {
        String hql = """
                from Battalion e
                where lower(e.name) = lower(:name)
                  or e.pk in (select o.pk from Battalion o join o.aliases a where lower(a) = lower(:name))
                order by case when lower(e.name) = lower(:name) then 0 else 1 end, e.key""";
        return bound(UnitOfWork.current().session().createSelectionQuery(hql, Battalion.class), Map.of("name", name))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** The short lists of parents. */
    static <T> Map<Long, List<T>> lists(ListRelation<T> relation, Long[] parents, Criteria criteria) {
        String hql = "select %s, e from %s where any_of(%s, :parents)%s order by %s"
                .formatted(
                        relation.parent(),
                        relation.from(),
                        relation.parent(),
                        criteria.andCondition(),
                        relation.orderBy());
        return byParent(query(hql, with(criteria.parameters(), "parents", parents)));
    }

    /**
     * For each parent the rows that it is asked for, and one more. The rows of all parents are numbered by a window
     * function, so that the limit holds for each of them.
     */
    static <E extends Stored> Map<Long, List<E>> pages(Relation<E> relation, Long[] parents, PageRequest<E> request) {
        String hql = """
                select w.parent, e
                from (
                  select %1$s as parent, e.pk as pk, row_number() over (partition by %1$s order by %2$s) as place
                  from %3$s
                  where any_of(%1$s, :parents)%4$s
                ) w
                join %5$s e on e.pk = w.pk
                where w.place <= :rows
                order by w.parent, w.place""".formatted(
                        relation.parent(),
                        request.orderBy(),
                        relation.from(),
                        request.conditions(),
                        request.listing().type().getSimpleName());
        Map<String, Object> parameters = with(request.parameters(), "parents", parents);
        parameters.put("rows", (long) request.limit() + 1);
        return byParent(query(hql, parameters));
    }

    static <E extends Stored> Map<Long, Integer> counts(Relation<E> relation, Long[] parents, Criteria criteria) {
        String hql = "select %s, count(*) from %s where any_of(%s, :parents)%s group by %s"
                .formatted(
                        relation.parent(),
                        relation.from(),
                        relation.parent(),
                        criteria.andCondition(),
                        relation.parent());
        Map<Long, Integer> counts = new HashMap<>();
        for (Object[] row :
                query(hql, with(criteria.parameters(), "parents", parents)).getResultList()) {
            counts.put((Long) row[0], Math.toIntExact((Long) row[1]));
        }
        return counts;
    }

    /** The rows that are asked for, of all of their type, and one more. */
    static <E extends Stored> List<E> page(PageRequest<E> request) {
        Class<E> type = request.listing().type();
        String hql = "from %s e where 1 = 1%s order by %s"
                .formatted(type.getSimpleName(), request.conditions(), request.orderBy());
        return bound(UnitOfWork.current().session().createSelectionQuery(hql, type), request.parameters())
                .setMaxResults(request.limit() + 1)
                .getResultList();
    }

    static <E extends Stored> int count(PageRequest<E> request) {
        Criteria criteria = request.criteria();
        String hql = "select count(*) from %s e where 1 = 1%s"
                .formatted(request.listing().type().getSimpleName(), criteria.andCondition());
        return Math.toIntExact(
                bound(UnitOfWork.current().session().createSelectionQuery(hql, Long.class), criteria.parameters())
                        .getSingleResult());
    }

    static SelectionQuery<Object[]> query(String hql, Map<String, Object> parameters) {
        return bound(UnitOfWork.current().session().createSelectionQuery(hql, Object[].class), parameters);
    }

    private static <R> SelectionQuery<R> bound(SelectionQuery<R> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
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
