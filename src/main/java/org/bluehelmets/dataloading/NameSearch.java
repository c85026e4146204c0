package org.bluehelmets.dataloading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.model.BaseEntity;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.LikePattern;

/**
 * Finds rows by a piece of their names: one statement for each type, each with the limit. A piece without letters and
 * digits is looked for as it is written.
 */
public final class NameSearch {

    /** A row and how well it fits: 0 a whole name, 1 the beginning of one, 2 a piece of one. */
    private record Hit(int rank, int type, BaseEntity row) {}

    /**
     * A column to search.
     *
     * @param written the column that a text without letters and digits is looked for in; null where there is none
     * @param value what the text becomes to compare with the column
     * @param listed whether the column holds several names, each between line breaks
     */
    private record Name(String column, String written, UnaryOperator<String> value, boolean listed) {

        static Name key(String column, UnaryOperator<String> value) {
            return new Name(column, column, value, false);
        }

        static Name text(String column, String written) {
            return new Name(column, written, TextFolding::fold, false);
        }
    }

    private record Searched(Class<? extends BaseEntity> type, String order, List<Name> names) {}

    private static final List<Searched> TYPES = List.of(
            new Searched(
                    Nation.class,
                    "code",
                    List.of(Name.key("code", TextFolding::upperCaseKey), Name.text("nameKey", "name"))),
            new Searched(
                    Mission.class,
                    "acronym",
                    List.of(Name.key("acronym", TextFolding::upperCaseKey), Name.text("nameKey", "name"))),
            new Searched(
                    Battalion.class,
                    "nameKey",
                    List.of(Name.text("nameKey", "name"), new Name("aliasKeys", null, TextFolding::fold, true))),
            new Searched(
                    Source.class,
                    "key",
                    List.of(
                            Name.key("key", TextFolding::lowerCaseKey),
                            Name.text("titleKey", "title"),
                            Name.text("publisherKey", "publisher"),
                            Name.text("authorKey", "author"))));

    private NameSearch() {}

    /** At most {@code limit} rows, the best first. */
    public static List<BaseEntity> find(String text, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < TYPES.size(); i++) {
            for (Object[] row : hits(TYPES.get(i), text, limit)) {
                hits.add(new Hit((Integer) row[0], i, (BaseEntity) row[1]));
            }
        }
        hits.sort(Comparator.comparingInt(Hit::rank).thenComparingInt(Hit::type));
        return hits.stream().limit(limit).map(Hit::row).toList();
    }

    private static List<Object[]> hits(Searched searched, String text, int limit) {
        boolean asWritten = TextFolding.fold(text).isEmpty();
        Map<String, Object> values = new HashMap<>();
        List<String> whole = new ArrayList<>();
        List<String> starts = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (Name name : searched.names) {
            String column = asWritten ? name.written : name.column;
            if (column != null) {
                String value = asWritten ? text : name.value.apply(text);
                String piece = LikePattern.escape(value);
                // a line break before a name, and one after it
                String before = name.listed ? "%\n" : "";
                values.put(column + "Whole", before + piece + (name.listed ? "\n%" : ""));
                values.put(column + "Start", before + piece + "%");
                values.put(column + "Piece", "%" + piece + "%");
                whole.add(like(column, "Whole"));
                starts.add(like(column, "Start"));
                pieces.add(like(column, "Piece"));
            }
        }
        String rows = """
                select case when %1$s then 0 when %2$s then 1 else 2 end as fit, e from %3$s e
                where %4$s
                order by fit, e.%5$s""".formatted(
                        String.join(" or ", whole),
                        String.join(" or ", starts),
                        searched.type.getSimpleName(),
                        String.join(" or ", pieces),
                        searched.order);
        return EntityQueries.query(rows, values).setMaxResults(limit).getResultList();
    }

    private static String like(String column, String parameter) {
        return "e.%1$s like :%1$s%2$s escape '!'".formatted(column, parameter);
    }
}
