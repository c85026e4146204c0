package org.bluehelmets.imports.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading rows out of CSV and JSON files, whole and broken. */
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
    void utf16WithoutByteOrderMark() throws Exception {
        String text = "a,b\nTürkiye,2\n";

        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16LE)));
        assertEquals(List.of("Türkiye 2"), read(text.getBytes(UTF_16BE)));
    }

    @Test
    void textThatWasEncodedTwice() {
        byte[] twice = new String("\uFEFFa,b\n1,2\n".getBytes(UTF_8), ISO_8859_1).getBytes(UTF_8);

        assertRefused("its text was read as Latin-1 and saved as UTF-8", twice);
    }

    @Test
    void utf32() {
        assertRefused("its text is UTF-32", "\uFEFFa,b\n".getBytes(Charset.forName("UTF-32LE")));
        assertRefused("its text is UTF-32", "\uFEFFa,b\n".getBytes(Charset.forName("UTF-32BE")));
    }

    @Test
    void zipWithOneFile() throws Exception {
        String text = "a,b\n1,2\n3,4\n";

        assertEquals(List.of("1 2", "3 4"), read(zipped(Map.of("data/un.csv", text.getBytes(UTF_8)))));
        assertEquals(
                List.of("1 2", "3 4"),
                read(zipped(Map.of(
                        "data/",
                        new byte[0],
                        "un.csv",
                        text.getBytes(UTF_8),
                        "__MACOSX/._un.csv",
                        new byte[] {1},
                        ".DS_Store",
                        new byte[] {1}))));
        assertEquals(List.of("1 2", "3 4"), read(zipped(Map.of("un.csv.gz", gzipped(text)))));
    }

    @Test
    void zipsThatAreRefused() throws Exception {
        byte[] text = "a,b\n1,2\n".getBytes(UTF_8);
        byte[] whole = zipped(Map.of("un.csv", text));

        assertRefused("the zip holds 2 files (", zipped(Map.of("a.csv", text, "b.csv", text)));
        assertRefused("the zip holds no file", zipped(Map.of("a/", new byte[0])));
        assertRefused(
                "it is a workbook of Excel", zipped(Map.of("[Content_Types].xml", text, "xl/workbook.xml", text)));
        assertRefused("the zip is damaged or encrypted", Arrays.copyOf(whole, whole.length / 2));
        assertRefused("it is packed several times", zipped(Map.of("a.zip", zipped(Map.of("b.zip", whole)))));
        assertEquals(List.of(), temporaryFiles());
    }

    /** Bytes that unpack to a text, only not to the one that was packed. */
    @Test
    void aZipWhoseContentHasChanged() throws Exception {
        byte[] text = "a,b\n1,3\n".getBytes(UTF_8);
        ZipEntry entry = new ZipEntry("un.csv");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(text.length);
        CRC32 checksum = new CRC32();
        checksum.update(text);
        entry.setCrc(checksum.getValue());
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(entry);
            out.write(text);
        }
        byte[] file = zip.toByteArray();
        for (int i = 0; i < file.length; i++) {
            if (file[i] == '3' && file[i - 1] == ',') {
                file[i] = '2';
            }
        }

        assertRefused("the file", file);
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("import") && name.endsWith(".zip"))
                    .toList();
        }
    }

    /** A small file may unpack to any size. */
    @Test
    void packedFilesThatUnpackToTooMuch() throws Exception {
        String text = "a,b\n" + "\n".repeat(1_000_000) + "1,2\n";
        for (byte[] packed : List.of(gzipped(text), zipped(Map.of("un.csv", text.getBytes(UTF_8))))) {
            assertTrue(packed.length < 10_000);
            try (RowReader rows = RowReader.open(new ByteArrayInputStream(packed), 100_000)) {
                String message =
                        assertThrows(UnreadableFileException.class, rows::next).getMessage();
                assertTrue(message.endsWith("unpacked, it has more than 100000 bytes; split it"), message);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d0cf11e0a1b11ae1|it is a workbook of Excel",
                "255044462d312e37|it is a PDF",
                "425a683931415926|it is packed in a way that is not read",
                "fd377a585a000004|it is packed in a way that is not read",
                "377abcaf271c0004|it is packed in a way that is not read",
                "28b52ffd04000000|it is packed in a way that is not read",
                "526172211a070100|it is packed in a way that is not read",
                "0a3c21444f435459|it is a page of HTML",
            })
    void filesOfOtherKinds(String hex, String reason) {
        assertRefused(reason, HexFormat.of().parseHex(hex));
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
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            assertTrue(rows.next().fault().startsWith(fault));
            assertEquals("6", rows.next().get("b"));
        }
    }

    @Test
    void whatIsNoObjectInAJsonListIsARowThatCannotBeRead() throws Exception {
        String text = "[{\"a\":1,\"b\":2}, [{\"a\":1}], null, 5, {\"b\":4,\"a\":3}, {}, {\"a\":1,\"A\":2}]";
        List<String> faults = new ArrayList<>();
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
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
                "'\"a,b;1,2'|the first line does not name columns: its quotation marks do not match",
                "'{\"a\":1}'|the file is a JSON object without a list of objects",
                "'{\"a\":1};{\"a\":2}'|the file is a JSON object without a list of objects",
                "'{\"a\":[1,2],\"b\":[]}'|the file is a JSON object without a list of objects",
                "'{\"x\":[{\"a\":1}],\"y\":[{\"a\":1}]}'|the file has two lists, \"x\" and \"y\"",
                "'{\"x\":[{\"a\":1}]} 5'|something follows the end of the list",
                "'{\"x\":[{\"a\":1}]'|the file breaks off in line 1",
                "'{\"x\":[{\"a\":1}],\"y\":'|the file breaks off in line 1",
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
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                found.add(row.get("some_date") + " " + row.get("a"));
            }
        }
        assertEquals(List.of("2021-01-31 null", "1960-01-01 null", "99999999999999999999 1612051200000"), found);
    }

    /** Seconds, days of a spreadsheet, zero for nothing: as milliseconds, all of them would be days of January 1970. */
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
    void jsonDatesWhoseUnitIsCertain(String number, String text) throws Exception {
        String file = "[{\"some_date\":%s}]".formatted(number);
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            assertEquals(text, rows.next().get("some_date"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2.000, 2", "1.0, 1", "2e3, 2000", "1.5, 1.5", "-0.0, 0", "1e99999999999, 1e99999999999"})
    void jsonNumbersWithoutFraction(String number, String text) throws Exception {
        String file = "[{\"n\":%s}]".formatted(number);
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file.getBytes(UTF_8)))) {
            assertEquals(text, rows.next().get("n"));
        }
    }

    @Test
    void messagesNameNoJavaClass() throws Exception {
        for (String text : List.of(
                "[{\"a\":\"" + "x".repeat(200_000) + "\"}]",
                "[".repeat(2_000),
                "[{\"a\":" + "1".repeat(2_000) + "}]",
                "{\"a\":" + "[".repeat(2_000),
                "\"a\"x,b\n",
                "a,b\n\"1")) {
            String message = "";
            try (RowReader rows = RowReader.open(new ByteArrayInputStream(text.getBytes(UTF_8)))) {
                message = rows.next().fault();
            } catch (UnreadableFileException e) {
                message = e.getMessage();
            }
            assertFalse(message.matches("(?s).*(Exception|java\\.|Stream[A-Z]|get[A-Z]).*"), message);
        }
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
        try (RowReader rows = RowReader.open(parts)) {
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
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                read.add((row.get("a") + " " + row.get("b")).replace(".0", ""));
            }
        }
        return read;
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

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
