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
 * Searches rows by a part of their names, with one statement for each type. A text without letters and digits is searched
 * literally.
 */
public final class NameSearch {

    /** A row and its rank: 0 if the text is a complete name, 1 if a name starts with it, 2 if a name contains it. */
    private record Hit(int rank, int type, BaseEntity row) {}

    /**
     * A column to search.
     *
     * @param literal the column to search for a text without letters and digits; null if there is none
     * @param normalize converts the text to the form in the column
     * @param list whether the column contains several names, each between line breaks
     */
    private record Name(String column, String literal, UnaryOperator<String> normalize, boolean list) {

        static Name key(String column, UnaryOperator<String> normalize) {
            return new Name(column, column, normalize, false);
        }

        static Name text(String column, String literal) {
            return new Name(column, literal, TextFolding::fold, false);
        }
    }

    private record SearchedType(Class<? extends BaseEntity> type, String order, List<Name> names) {}

    private static final List<SearchedType> TYPES = List.of(
            new SearchedType(
                    Nation.class,
                    "code",
                    List.of(Name.key("code", TextFolding::upperCaseKey), Name.text("nameKey", "name"))),
            new SearchedType(
                    Mission.class,
                    "acronym",
                    List.of(Name.key("acronym", TextFolding::upperCaseKey), Name.text("nameKey", "name"))),
            new SearchedType(
                    Battalion.class,
                    "nameKey",
                    List.of(Name.text("nameKey", "name"), new Name("aliasKeys", null, TextFolding::fold, true))),
            new SearchedType(
                    Source.class,
                    "key",
                    List.of(
                            Name.key("key", TextFolding::lowerCaseKey),
                            Name.text("titleKey", "title"),
                            Name.text("publisherKey", "publisher"),
                            Name.text("authorKey", "author"))));

    private NameSearch() {}

    /** Returns at most {@code limit} rows, the best matches first. */
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

    private static List<Object[]> hits(SearchedType searched, String text, int limit) {
        boolean literal = TextFolding.fold(text).isEmpty();
        Map<String, Object> values = new HashMap<>();
        List<String> whole = new ArrayList<>();
        List<String> starts = new ArrayList<>();
        List<String> pieces = new ArrayList<>();
        for (Name name : searched.names) {
            String column = literal ? name.literal : name.column;
            if (column != null) {
                String value = literal ? text : name.normalize.apply(text);
                String piece = LikePattern.escape(value);
                // in a list, each name is between line breaks
                String before = name.list ? "%\n" : "";
                values.put(column + "Whole", before + piece + (name.list ? "\n%" : ""));
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
