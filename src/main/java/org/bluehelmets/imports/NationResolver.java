package org.bluehelmets.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;

/**
 * Resolves nations by ISO 3166-1 alpha-3 code, M49 number, and current, former or variant names.
 */
public final class NationResolver {

    private static final String OTHER_NAMES = "import/nation_names.csv";

    /** Bounds the cache, so that memory does not grow with the file. */
    private static final int MAX_CACHED_SPELLINGS = 10_000;

    private static final int MAX_SPELLING_LENGTH = 300;

    private record Spelling(String code, String m49, String name) {}

    private final Map<String, Long> byCode = new HashMap<>();
    private final Map<Integer, Long> byM49 = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<Spelling, Long> cache = new HashMap<>();

    NationResolver(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select code, m49, name, pk from nation");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byCode.put(rows.getString(1), rows.getLong(4));
                byM49.put(rows.getInt(2), rows.getLong(4));
                byName.put(nameKey(rows.getString(3)), rows.getLong(4));
            }
        }
        for (CSVRecord row : CsvResource.rows(OTHER_NAMES)) {
            byName.put(nameKey(row.get("name")), Objects.requireNonNull(byCode.get(row.get("code"))));
        }
    }

    /**
     * Returns the surrogate key of the nation that a row names. Ignores unknown codes, numbers and names, as long as one
     * of them is known.
     *
     * @throws BadCellException if none of them is known, or if they belong to different nations
     */
    long resolve(InputRow row, String codeColumn, String m49Column, String nameColumn) throws BadCellException {
        Spelling spelling = new Spelling(row.get(codeColumn), row.get(m49Column), row.get(nameColumn));
        Long nation = cache.get(spelling);
        if (nation == null) {
            nation = lookUp(row, spelling, codeColumn, nameColumn);
            if (cache.size() < MAX_CACHED_SPELLINGS && spelling.toString().length() < MAX_SPELLING_LENGTH) {
                cache.put(spelling, nation);
            }
        }
        return nation;
    }

    private Long lookUp(InputRow row, Spelling spelling, String codeColumn, String nameColumn) throws BadCellException {
        Set<Long> matches = new HashSet<>();
        if (spelling.code != null) {
            matches.add(byCode.get(TextFolding.upperCaseKey(spelling.code)));
        }
        Integer m49 = spelling.m49 == null ? null : CellParser.wholeNumber(spelling.m49);
        if (m49 != null) {
            matches.add(byM49.get(m49));
        }
        if (spelling.name != null) {
            matches.add(byName.get(nameKey(spelling.name)));
        }
        matches.remove(null);
        if (matches.isEmpty()) {
            throw CellParser.bad(
                    row,
                    spelling.code == null ? nameColumn : codeColumn,
                    "no nation of ISO 3166-1 has this code, M49 number or name");
        }
        if (matches.size() > 1) {
            throw CellParser.bad(
                    row, nameColumn, "the code, M49 number and name belong to different nations; correct them");
        }
        return matches.iterator().next();
    }

    /**
     * Returns a key that is the same for names that differ only in case, accents, punctuation, articles or word order, such
     * as "Tanzania, United Republic of" and "United Republic of Tanzania".
     */
    public static String nameKey(String name) {
        return Arrays.stream(TextFolding.fold(name).split(" "))
                .filter(word -> !word.isEmpty() && !word.equals("the") && !word.equals("and"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
