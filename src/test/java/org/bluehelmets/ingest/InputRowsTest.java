package org.bluehelmets.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rows out of CSV and JSON files, whole and broken. */
class InputRowsTest {

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
                "\n [ {\"A\":\"1\",\"x\":{\"a\":[9]},\"b\":2.0},\n{\"b\":4,\"y\":true,\"a\":\"3\"} ]\n",
            })
    void theSameRows(String text) throws Exception {
        assertEquals(List.of("1 2", "3 4"), read(text.getBytes(UTF_8)));
    }

    @Test
    void encodingsByTheirByteOrderMarks() throws Exception {
        String text = "\uFEFFa,b\nTürkiye,2\n";

        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_8)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16LE)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16BE)));
    }

    @Test
    void gzip() throws Exception {
        assertEquals(List.of("1 2", "3 4"), read(gzipped("a,b\n1,2\n3,4\n")));
    }

    @Test
    void aGzipThatBreaksOff() throws Exception {
        byte[] whole = gzipped("a,b\n" + "1,2\n".repeat(100_000));

        assertRefused("the file", Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void blankLinesAreNoRowsButCount() throws Exception {
        assertArrayEquals(new long[] {2, 5, 6}, lines("a,b\n1,2\n\n\n3,4\n5,6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void theLineThatARowBeginsIn(String lineEnd) throws Exception {
        assertArrayEquals(
                new long[] {2, 3, 4, 6}, lines(String.join(lineEnd, "a,b", "1,2", "\"3", "\",4", ",", "7,8", "")));
        assertArrayEquals(new long[] {2, 3}, lines(String.join(lineEnd, "a,b", "1,2", "3,4")));
        assertArrayEquals(new long[] {4}, lines(String.join(lineEnd, "", " ", "a,b", "1,2")));
    }

    @Test
    void theLinesOfJsonObjects() throws Exception {
        assertArrayEquals(new long[] {2, 4}, lines("[\n{\"a\":1,\"b\":2},\n\n{\"a\":3,\n\"b\":4}]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|the row has 1 values, the header 2 columns",
                "1,2,3|the row has 3 values, the header 2 columns",
                "1,'\"2\"'x|quotation marks do not match",
                "1,'\"2'|quotation marks do not match",
            })
    void rowsThatCannotBeRead(String line, String fault) throws Exception {
        String text = "a,b\n" + line.replace(';', '\n').replace("'", "") + "\n5,6\n";
        try (InputRows rows = InputRows.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            assertTrue(rows.next().fault().startsWith(fault));
            assertEquals("6", rows.next().get("b"));
        }
    }

    @Test
    void whatIsNoObjectInAJsonListIsARowThatCannotBeRead() throws Exception {
        String text = "[{\"a\":1,\"b\":2}, [{\"a\":1}], null, 5, {\"b\":4,\"a\":3}, {}, {\"a\":1,\"A\":2}]";
        List<String> faults = new ArrayList<>();
        try (InputRows rows = InputRows.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                faults.add(row.fault() == null ? row.get("a") : row.fault());
            }
        }
        String none = "no JSON object stands here";
        assertEquals(Arrays.asList("1", none, none, none, "3", null, "two names differ only in case"), faults);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the file is empty",
                "'[]'|the file must be a list of JSON objects",
                "'[1]'|the file must be a list of JSON objects",
                "'[{\"a\":1}'|the file breaks off in line 1",
                "'[{\"a\":1'|the file breaks off in line 1",
                "'[{\"a\":1},{\"a\":x}]'|the file is no JSON from line 1 on",
                "'[{\"a\":1}] 5'|something follows the end of the list",
                "'\"a,b;1,2'|the first line does not name columns",
                "'[{\"a\":1,\"a\":2}]'|the file is no JSON from line 1 on: Duplicate",
            })
    void filesThatCannotBeRead(String text, String reason) {
        assertRefused(reason, text.replace(';', '\n').getBytes(UTF_8));
    }

    @Test
    void namesThatTheFirstJsonObjectsLeaveOut() throws Exception {
        assertEquals(
                List.of("null 2", "3 4", "5 null"),
                read("[{\"b\":2,\"\":0},{\"a\":3,\"b\":4},{\"a\":5,\"b\":null}]".getBytes(UTF_8)));
    }

    @Test
    void jsonDatesAreMillisecondsSince1970AndNothingNestedIsAValue() throws Exception {
        String text = "[{\"some_date\":1612051200000,\"a\":{\"b\":1}},{\"some_date\":-315619200000,\"a\":[2]},"
                + "{\"some_date\":99999999999999999999,\"a\":1612051200000}]";
        List<String> found = new ArrayList<>();
        try (InputRows rows = InputRows.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                found.add(row.get("some_date") + " " + row.get("a"));
            }
        }
        assertEquals(List.of("2021-01-31 null", "1960-01-01 null", "99999999999999999999 1612051200000"), found);
    }

    /** Two parts of a gzip, the second of which comes late. */
    @Test
    void aGzipInParts() throws Exception {
        InputStream parts =
                new SequenceInputStream(
                        new ByteArrayInputStream(gzipped("a,b\n1,2\n")), new ByteArrayInputStream(gzipped("3,4\n"))) {
                    @Override
                    public int available() {
                        return 0;
                    }
                };
        try (InputRows rows = InputRows.open(parts)) {
            assertEquals("2", rows.next().get("b"));
            assertEquals("4", rows.next().get("b"));
        }
    }

    @Test
    void aLineThatHasNoEnd() {
        assertRefused(
                "the file cannot be read to its end, in line 3",
                ("a,b\n1,2\n1,\"" + "2".repeat(200_000)).getBytes(UTF_8));
    }

    @Test
    void anotherEncoding() {
        byte[] latin = "a,b\nC\u00f4te,2\n".getBytes(ISO_8859_1);

        assertTrue(assertThrows(UnreadableFileException.class, () -> read(latin))
                .getMessage()
                .contains("it is no UTF-8"));
    }

    private static void assertRefused(String reason, byte[] file) {
        String message =
                assertThrows(UnreadableFileException.class, () -> read(file)).getMessage();
        assertTrue(message.startsWith(reason), message);
    }

    private static List<String> read(byte[] file) throws Exception {
        List<String> read = new ArrayList<>();
        try (InputRows rows = InputRows.open(new ByteArrayInputStream(file))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                read.add((row.get("a") + " " + row.get("b")).replace(".0", ""));
            }
        }
        return read;
    }

    private static long[] lines(String text) throws Exception {
        List<Long> lines = new ArrayList<>();
        try (InputRows rows = InputRows.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                lines.add(row.line());
            }
        }
        return lines.stream().mapToLong(Long::longValue).toArray();
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
