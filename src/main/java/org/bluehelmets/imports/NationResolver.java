package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.imports.reader.BadCellException;
import org.bluehelmets.imports.reader.CellParser;
import org.bluehelmets.imports.reader.InputRow;

/**
 * Finds nations by whatever a file gives of them: ISO 3166-1 alpha-3 codes, M49 numbers, and names in all the ways that
 * the UN has written them over the years.
 */
public final class NationResolver {

    private static final String OTHER_NAMES = "import/nation_names.csv";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** More spellings than one file should have: beyond it they are looked up each time, so that memory stays flat. */
    private static final int MOST_SPELLINGS = 10_000;

    private static final int LONGEST_SPELLING = 300;

    private record Spelling(String code, String m49, String name) {}

    private final Map<String, Long> byCode = new HashMap<>();
    private final Map<Integer, Long> byM49 = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<Spelling, Long> found = new HashMap<>();

    NationResolver(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select code, m49, name, pk from nation");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                byCode.put(rows.getString(1), rows.getLong(4));
                byM49.put(rows.getInt(2), rows.getLong(4));
                byName.put(folded(rows.getString(3)), rows.getLong(4));
            }
        }
        try (Reader names = new InputStreamReader(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(OTHER_NAMES), UTF_8)) {
            for (CSVRecord row : FORMAT.parse(names)) {
                byName.put(folded(row.get("name")), Objects.requireNonNull(byCode.get(row.get("code"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The surrogate key of the nation that a row names. What is not known of a code, a number and a name is passed
     * over; what is known must mean one nation.
     *
     * @throws BadCellException where nothing of it is known, or two nations are meant
     */
    long find(InputRow row, String codeColumn, String m49Column, String nameColumn) throws BadCellException {
        Spelling spelling = new Spelling(row.get(codeColumn), row.get(m49Column), row.get(nameColumn));
        Long nation = found.get(spelling);
        if (nation == null) {
            nation = find(row, spelling, codeColumn, nameColumn);
            if (found.size() < MOST_SPELLINGS && spelling.toString().length() < LONGEST_SPELLING) {
                found.put(spelling, nation);
            }
        }
        return nation;
    }

    private Long find(InputRow row, Spelling spelling, String codeColumn, String nameColumn) throws BadCellException {
        Set<Long> meant = new HashSet<>();
        if (spelling.code != null) {
            meant.add(byCode.get(TextFolding.upperCaseKey(spelling.code)));
        }
        Integer m49 = spelling.m49 == null ? null : CellParser.wholeNumber(spelling.m49);
        if (m49 != null) {
            meant.add(byM49.get(m49));
        }
        if (spelling.name != null) {
            meant.add(byName.get(folded(spelling.name)));
        }
        meant.remove(null);
        if (meant.isEmpty()) {
            throw CellParser.bad(
                    row,
                    spelling.code == null ? nameColumn : codeColumn,
                    "neither code, M49 number nor name is one of ISO 3166-1");
        }
        if (meant.size() > 1) {
            throw CellParser.bad(row, nameColumn, "code, M49 number and name are those of different nations");
        }
        return meant.iterator().next();
    }

    /**
     * What names have in common that differ in case, accents, signs or the order of their words: "Tanzania, United
     * Republic of" is the United Republic of Tanzania.
     */
    public static String folded(String name) {
        return Arrays.stream(TextFolding.fold(name).split(" "))
                .filter(word -> !word.isEmpty() && !word.equals("the") && !word.equals("and"))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
