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
 * What a data file holds and where it goes: one row of the file is one row of the table, with rows of link tables for
 * the cells that hold lists.
 */
public final class SeedFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    /** Turns a cell's text into the values of one or more SQL columns. */
    interface CellReader {
        List<?> read(String text, SeedReferences references);
    }

    /** One CSV column and the SQL columns that it fills. */
    record Column(String header, List<String> sqlColumns, CellReader reader) {}

    /** One CSV column that holds a list and the link table that takes its entries, in their order. */
    record ListColumn(String header, String linkTable, String valueColumn, String orderColumn, String refersTo) {}

    final String name;
    final String table;
    final String keyColumn;
    final List<Column> columns = new ArrayList<>();
    final List<ListColumn> lists = new ArrayList<>();
    List<String> keyHeaders;

    /** Whether editors add rows to the table as well. */
    boolean editable;

    /** SQL columns by which two rows say the same, for tables where that is said once; empty for others. */
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

    /** For files without a key of their own: the key is made of other columns. */
    SeedFile keyedBy(String... headers) {
        keyHeaders = List.of(headers);
        return this;
    }

    /** For files with a column {@code key} of their own. */
    SeedFile key() {
        return keyedBy("key");
    }

    /**
     * For files whose table editors add rows to as well.
     *
     * @param identity SQL columns by which an editor may not say the same twice, so that the file does not either
     */
    SeedFile alsoAddedByEditors(String... identity) {
        editable = true;
        this.identity = List.of(identity);
        return this;
    }

    SeedFile text(String... headers) {
        for (String header : headers) {
            columns.add(new Column(header, List.of(header), (text, refs) -> one(text)));
        }
        return this;
    }

    /** Text that is compared, searched and ordered: with its key. */
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
                return one(text == null ? null : parser.apply(text));
            } catch (NumberFormatException e) {
                throw new SeedFileException("write " + expected, e);
            }
        }));
        return this;
    }

    <E extends Enum<E>> SeedFile constant(String header, Class<E> type) {
        columns.add(new Column(header, List.of(header), (text, refs) -> {
            try {
                return one(text == null ? null : Enum.valueOf(type, text).name());
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

    /** A cell that names a row of another table by its key. */
    SeedFile reference(String header, String table) {
        columns.add(new Column(
                header,
                List.of(header + "_pk"),
                (text, refs) -> one(text == null ? null : refs.primaryKey(table, text))));
        return this;
    }

    SeedFile texts(String header, String linkTable, String valueColumn) {
        lists.add(new ListColumn(header, linkTable, valueColumn, "position", null));
        return this;
    }

    /** Fills a column with the keys of the names in a cell that holds a list, which is read besides. */
    SeedFile aliasKeys(String header, String sqlColumn) {
        columns.add(new Column(
                header, List.of(sqlColumn), (text, refs) -> one(TextFolding.foldAll(ListCell.entries(text)))));
        return this;
    }

    SeedFile references(String header, String linkTable, String table) {
        lists.add(new ListColumn(header, linkTable, table + "_pk", null, table));
        return this;
    }

    /** The path of the file among the application's resources. */
    String path() {
        return "data/" + name + ".csv";
    }

    byte[] bytes() {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path())) {
            if (in == null) {
                throw new SeedFileException(path() + " is missing from the application; build it again");
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
            throw new SeedFileException(path() + " is no valid CSV: " + e.getMessage(), e);
        }
    }

    /** The line that a row begins in. A cell with line breaks makes its row more than one line long. */
    long line(CSVRecord row) {
        return 1 + text().substring(0, (int) row.getCharacterPosition()).lines().count();
    }

    private String text() {
        String text = new String(bytes(), UTF_8);
        // spreadsheets put a byte order mark before the first header
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<?> one(Object value) {
        return Collections.singletonList(value);
    }
}
