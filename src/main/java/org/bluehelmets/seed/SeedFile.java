package org.bluehelmets.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.database.TextKeyColumns;
import org.bluehelmets.imports.reader.ListCell;
import org.bluehelmets.model.PartialDate;

/**
 * Maps a seed file to its table: each row of the file is a row of the table, and cells that hold lists are rows of link
 * tables.
 */
public final class SeedFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    /** Converts the text of a cell to the values of one or more SQL columns. */
    interface CellReader {
        List<?> read(String text, SeedReferences references);
    }

    /** A CSV column and its SQL columns. */
    record Column(String header, List<String> sqlColumns, CellReader reader) {}

    /** A CSV column that holds a list, and the link table for its entries. */
    record ListColumn(String header, String linkTable, String valueColumn, String orderColumn, String refersTo) {}

    final String name;
    final String table;
    final String keyColumn;
    final List<Column> columns = new ArrayList<>();
    final List<ListColumn> lists = new ArrayList<>();
    List<String> keyHeaders;

    /** Whether editors can add rows to the table. */
    boolean editable;

    /** The SQL columns whose values identify duplicates; empty if the table allows duplicates. */
    List<String> identity = List.of();

    private SeedFile(String name, String table, String keyColumn) {
        this.name = name;
        this.table = table;
        this.keyColumn = keyColumn;
        this.keyHeaders = List.of(keyColumn);
    }

    static SeedFile of(String name, String table, String keyColumn) {
        return new SeedFile(name, table, keyColumn);
    }

    /** Derives the key from several columns, for files without a key column. */
    SeedFile keyedBy(String... headers) {
        keyHeaders = List.of(headers);
        return this;
    }

    /** Uses the column {@code key} as the key. */
    SeedFile withKeyColumn() {
        return keyedBy("key");
    }

    /**
     * Declares that editors can add rows to the table.
     *
     * @param identity the SQL columns whose values identify duplicates
     */
    SeedFile alsoAddedByEditors(String... identity) {
        editable = true;
        this.identity = List.of(identity);
        return this;
    }

    SeedFile text(String... headers) {
        for (String header : headers) {
            columns.add(new Column(header, List.of(header), (text, refs) -> single(text)));
        }
        return this;
    }

    /** Text with a key for comparison, search and order ({@link TextKeyColumns}). */
    SeedFile keyedText(String... headers) {
        for (String header : headers) {
            columns.add(new Column(
                    header,
                    List.of(header, TextKeyColumns.column(header)),
                    (text, refs) -> Arrays.asList(text, TextKeyColumns.key(text))));
        }
        return this;
    }

    SeedFile integer(String header) {
        return number(header, header, Integer::valueOf, "a whole number");
    }

    SeedFile decimal(String header, String sqlColumn) {
        return number(header, sqlColumn, text -> new BigDecimal(text).doubleValue(), "a number such as 33.12");
    }

    private SeedFile number(String header, String sqlColumn, Function<String, ?> parser, String expected) {
        columns.add(new Column(header, List.of(sqlColumn), (text, refs) -> {
            try {
                return single(text == null ? null : parser.apply(text));
            } catch (NumberFormatException e) {
                throw new SeedFileException("write " + expected, e);
            }
        }));
        return this;
    }

    <E extends Enum<E>> SeedFile constant(String header, Class<E> type) {
        columns.add(new Column(header, List.of(header), (text, refs) -> {
            try {
                return single(text == null ? null : Enum.valueOf(type, text).name());
            } catch (IllegalArgumentException e) {
                throw new SeedFileException("write one of " + Arrays.toString(type.getEnumConstants()), e);
            }
        }));
        return this;
    }

    SeedFile partialDate(String header) {
        columns.add(new Column(header, List.of(header + "_date", header + "_precision"), (text, refs) -> {
            try {
                PartialDate date = text == null ? null : PartialDate.parse(text);
                return date == null ? Arrays.asList(null, null) : List.of(date.date, date.precision.name());
            } catch (DateTimeException e) {
                throw new SeedFileException("write a date as 2018, 2018-10 or 2018-10-31", e);
            }
        }));
        return this;
    }

    /** A reference to a row of another table by its natural key. */
    SeedFile reference(String header, String table) {
        columns.add(new Column(
                header,
                List.of(header + "_pk"),
                (text, refs) -> single(text == null ? null : refs.primaryKey(table, text))));
        return this;
    }

    SeedFile texts(String header, String linkTable, String valueColumn) {
        lists.add(new ListColumn(header, linkTable, valueColumn, "position", null));
        return this;
    }

    /** Fills a column with the keys of the names in a list cell, in addition to the list itself. */
    SeedFile aliasKeys(String header, String sqlColumn) {
        columns.add(new Column(
                header, List.of(sqlColumn), (text, refs) -> single(TextFolding.foldAll(ListCell.entries(text)))));
        return this;
    }

    SeedFile references(String header, String linkTable, String table) {
        lists.add(new ListColumn(header, linkTable, table + "_pk", null, table));
        return this;
    }

    /** Returns the resource path of the file. */
    String path() {
        return "data/" + name + ".csv";
    }

    byte[] bytes() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path())) {
            if (in == null) {
                throw new SeedFileException(path() + " is missing; build the application again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<CSVRecord> rows() {
        try {
            return FORMAT.parse(new StringReader(text())).getRecords();
        } catch (IOException | UncheckedIOException e) {
            throw new SeedFileException(path() + " is not valid CSV: " + e.getMessage(), e);
        }
    }

    /** Returns the line where a row starts. Rows may span several lines. */
    long line(CSVRecord row) {
        return 1 + text().substring(0, (int) row.getCharacterPosition()).lines().count();
    }

    private String text() {
        String text = new String(bytes(), UTF_8);
        // spreadsheets write a byte order mark before the header
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<?> single(Object value) {
        return Collections.singletonList(value);
    }
}
