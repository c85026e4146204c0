package org.bluehelmets.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.model.Stored;
import org.bluehelmets.query.Where;

/** Finds rows by a piece of their names: one statement for each type, each with the limit. */
public final class Search {

    /** A row and how well it fits: 0 a whole name, 1 the beginning of one, 2 a piece of one. */
    private record Hit(int rank, int type, Stored row) {}

    private record Searched(Class<? extends Stored> type, List<String> names) {}

    private static final List<Searched> TYPES = List.of(
            new Searched(Nation.class, List.of("e.code", "e.name")),
            new Searched(Mission.class, List.of("e.acronym", "e.name")),
            new Searched(Battalion.class, List.of("e.name", "alias")),
            new Searched(Source.class, List.of("e.key", "e.title", "e.publisher", "coalesce(e.author, '')")));

    private Search() {}

    /** At most {@code limit} rows, the best first. */
    public static List<Stored> find(String text, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            for (Object[] row : hits(TYPES.get(i), text, limit)) {
                hits.add(new Hit((Integer) row[0], i, (Stored) row[1]));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank).thenComparingInt(Hit::type));
        return hits.stream().limit(limit).map(Hit::row).toList();
    }

    private static List<Object[]> hits(Searched searched, String text, int limit) {
        boolean aliased = searched.names.contains("alias");
        String hql = """
                select min(case when %1$s then 0 when %2$s then 1 else 2 end) as fit, e.pk as pk
                from %3$s e%4$s
                where %5$s
                group by e.pk""".formatted(
                        any(searched, " = :text"),
                        any(searched, " like :start escape '!'"),
                        searched.type.getSimpleName(),
                        aliased ? " left join e.aliases alias" : "",
                        any(searched, " like :piece escape '!'"));
        String rows = "select h.fit, e from (%s) h join %s e on e.pk = h.pk order by h.fit, e.%s"
                .formatted(
                        hql,
                        searched.type.getSimpleName(),
                        searched.names.get(0).substring(2));
        String folded = Where.folded(text);
        String escaped = Where.escaped(folded);
        return Statements.query(rows, Map.of("text", folded, "start", escaped + "%", "piece", "%" + escaped + "%"))
                .setMaxResults(limit)
                .getResultList();
    }

    private static String any(Searched searched, String comparison) {
        return String.join(
                " or ",
                searched.names.stream()
                        .map(name -> "lower(" + name + ")" + comparison)
                        .toList());
    }
}
