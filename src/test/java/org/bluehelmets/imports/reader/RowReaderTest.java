package org.bluehelmets.imports.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.imports.reader.RowReaderAssertions.assertRejected;
import static org.bluehelmets.imports.reader.RowReaderAssertions.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the reading of valid and invalid CSV and JSON files. */
class RowReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n3,4\n",
                "a,b\r\n1,2\r\n3,4\r\n",
                "a,b\n1,2\n3,4",
                "\uFEFFa,b\n1,2\n3,4\n",
                " A , B\n\"1\",2\n3, \"4\"\n",
                "b,a\n2,1\n4,3\n",
                "a,x,b\n1,,2\n3,?,4\n",
                "[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]",
                "a;b\n1;2\n3;4\n",
                "a\tb\n1\t2\n\t\n3\t4\n",
                "a|b\n1|2\n3|4\n",
                "\"a\";\"b\";\"x, y, z\"\n1;2;5\n3;\"4\";6\n",
                "sep=;\na;b\n1;2\n;;\n3;4\n",
                "{\"count\":2,\"columns\":[\"a\",\"b\"],\"errors\":[],\"meta\":{\"of\":[{}]},\"data\":[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}],\"next\":null}",
                "{\"data\":[{\"a\":1,\"b\":2},{\"a\":3,\"b\":4}]}",
                "\n [ {\"A\":\"1\",\"x\":{\"a\":[9]},\"b\":2.0},\n{\"b\":4,\"y\":true,\"a\":\"3\"} ]\n",
            })
    void readsSameRowsFromAllLayouts(String text) throws Exception {
        assertEquals(List.of("1 2", "3 4"), read(text.getBytes(UTF_8)));
    }

    @Test
    void detectsEncodingByByteOrderMark() throws Exception {
        String text = "\uFEFFa,b\nTürkiye,2\n";

        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_8)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16LE)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16BE)));
    }

    @Test
    void detectsUtf16WithoutByteOrderMark() throws Exception {
        String text = "a,b\nTürkiye,2\n";

        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16LE)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16BE)));
    }

    @Test
    void rejectsTextEncodedTwice() {
        byte[] twice = new String("\uFEFFa,b\n1,2\n".getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8);

        assertRejected("the text was decoded as Latin-1 and saved as UTF-8", twice);
    }

    @Test
    void rejectsUtf32() {
        assertRejected("the file is encoded in UTF-32", "\uFEFFa,b\n".getBytes(Charset.forName("UTF-32LE")));
        assertRejected("the file is encoded in UTF-32", "\uFEFFa,b\n".getBytes(Charset.forName("UTF-32BE")));
    }

    @Test
    void skipsAndCountsBlankLines() throws Exception {
        assertArrayEquals(new long[] {2, 5, 6}, lines("a,b\n1,2\n\n\n3,4\n5,6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void reportsFirstLineOfCsvRow(String lineEnd) throws Exception {
        assertArrayEquals(
                new long[] {2, 3, 4, 6}, lines(String.join(lineEnd, "a,b", "1,2", "\"3", "\",4", ",", "7,8", "")));
        assertArrayEquals(new long[] {2, 3}, lines(String.join(lineEnd, "a,b", "1,2", "3,4")));
        assertArrayEquals(new long[] {4}, lines(String.join(lineEnd, "", " ", "a,b", "1,2")));
    }

    @Test
    void reportsFirstLineOfJsonObject() throws Exception {
        assertArrayEquals(new long[] {2, 4}, lines("[\n{\"a\":1,\"b\":2},\n\n{\"a\":3,\n\"b\":4}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|the row has 1 values, but the header has 2 columns",
                "1,2,3|the row has 3 values, but the header has 2 columns",
                "1,'\"2\"'x|the quotation marks are not balanced",
                "1,'\"2'|the quotation marks are not balanced",
            })
    void reportsUnreadableCsvRows(String line, String error) throws Exception {
        String text = "a,b\n" + line.replace(';', '\n').replace("'", "") + "\n5,6\n";
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            assertTrue(rows.next().error().startsWith(error));
            assertEquals("6", rows.next().get("b"));
        }
    }

    @Test
    void reportsJsonElementsThatAreNoObjects() throws Exception {
        String text = "[{\"a\":1,\"b\":2}, [{\"a\":1}], null, 5, {\"b\":4,\"a\":3}, {}, {\"a\":1,\"A\":2}]";
        List<String> errors = new ArrayList<>();
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                errors.add(row.error() == null ? row.get("a") : row.error());
            }
        }
        String none = "the array element is not a JSON object";
        assertEquals(
                Arrays.asList("1", none, none, none, "3", null, "two names in the object differ only in case"), errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file is empty",
                "'[]'|the JSON array contains no objects",
                "'[1]'|the JSON array contains no objects",
                "'[{\"a\":1}'|the file ends unexpectedly in line 1",
                "'[{\"a\":1'|the file ends unexpectedly in line 1",
                "'[{\"a\":1},{\"a\":x}]'|line 1 is not valid JSON",
                "'[{\"a\":1}] 5'|the file has more content after the array",
                "'\"a,b;1,2'|the quotation marks in the first line, which must name the columns, are not balanced",
                "'{\"a\":1}'|the JSON object contains no array of objects",
                "'{\"a\":1};{\"a\":2}'|the JSON object contains no array of objects",
                "'{\"a\":[1,2],\"b\":[]}'|the JSON object contains no array of objects",
                "'{\"x\":[{\"a\":1}],\"y\":[{\"a\":1}]}'|the file has two arrays, \"x\" and \"y\"",
                "'{\"x\":[{\"a\":1}]} 5'|the file has more content after the array",
                "'{\"x\":[{\"a\":1}]'|the file ends unexpectedly in line 1",
                "'{\"x\":[{\"a\":1}],\"y\":'|the file ends unexpectedly in line 1",
                "'[{\"a\":1,\"a\":2}]'|line 1 is not valid JSON: Duplicate",
            })
    void rejectsUnreadableFiles(String text, String reason) {
        assertRejected(reason, text.replace(';', '\n').getBytes(UTF_8));
    }

    @Test
    void collectsColumnsFromFirstJsonObjects() throws Exception {
        assertEquals(
                List.of("null 2", "3 4", "5 null"),
                read("[{\"b\":2,\"\":0},{\"a\":3,\"b\":4},{\"a\":5,\"b\":null}]".getBytes(UTF_8)));
    }

    @Test
    void readsJsonDatesAndIgnoresNestedValues() throws Exception {
        String text = "[{\"some_date\":1612051200000,\"a\":{\"b\":1}},{\"some_date\":-315619200000,\"a\":[2]},"
                + "{\"some_date\":99999999999999999999,\"a\":1612051200000}]";
        List<String> found = new ArrayList<>();
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                found.add(row.get("some_date") + " " + row.get("a"));
            }
        }
        assertEquals(List.of("2021-01-31 null", "1960-01-01 null", "99999999999999999999 1612051200000"), found);
    }

    /** As milliseconds, seconds, spreadsheet days and zero would all be dates in January 1970. */
    @ParameterizedTest
    @CsvSource({
        "1612051200, 1612051200",
        "44227, 44227",
        "0, 0",
        "20210131, 20210131",
        "1612051200000, 2021-01-31",
        "1612088430123, 2021-01-31",
        "-86400000, 1969-12-31",
        "1612051200.0, 1612051200.0",
    })
    void convertsOnlyUnambiguousJsonDates(String number, String text) throws Exception {
        String file = "[{\"some_date\":%s}]".formatted(number);
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            assertEquals(text, rows.next().get("some_date"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2.000, 2", "1.0, 1", "2e3, 2000", "1.5, 1.5", "-0.0, 0", "1e99999999999, 1e99999999999"})
    void removesZeroFractionOfJsonNumbers(String number, String text) throws Exception {
        String file = "[{\"n\":%s}]".formatted(number);
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            assertEquals(text, rows.next().get("n"));
        }
    }

    @Test
    void messagesContainNoJavaClassNames() throws Exception {
        for (String text : List.of(
                "[{\"a\":\"" + "x".repeat(200_000) + "\"}]",
                "[".repeat(2_000),
                "[{\"a\":" + "1".repeat(2_000) + "}]",
                "{\"a\":" + "[".repeat(2_000),
                "\"a\"x,b\n",
                "a,b\n\"1")) {
            String message = "";
            try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
                message = rows.next().error();
            } catch (UnreadableFileException e) {
                message = e.getMessage();
            }
            assertFalse(message.matches("(?s).*(Exception|java\\.|Stream[A-Z]|get[A-Z]).*"), message);
        }
    }

    @Test
    void limitsLineLength() {
        assertRejected("the file cannot be read in line 3", ("a,b\n1,2\n1,\"" + "2".repeat(200_000)).getBytes(UTF_8));
    }

    @Test
    void rejectsLatin1() {
        byte[] latin = "a,b\nC\u00f4te,2\n".getBytes(ISO_8859_1);

        assertTrue(assertThrows(UnreadableFileException.class, () -> read(latin))
                .getMessage()
                .contains("the text is not UTF-8"));
    }

    private static long[] lines(String text) throws Exception {
        List<Long> lines = new ArrayList<>();
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                lines.add(row.line());
            }
        }
        return lines.stream().mapToLong(Long::longValue).toArray();
    }
}
