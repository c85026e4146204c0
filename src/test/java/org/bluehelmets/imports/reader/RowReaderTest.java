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
    void readsZipWithOneFile() throws Exception {
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
    void rejectsInvalidZips() throws Exception {
        byte[] text = "a,b\n1,2\n".getBytes(UTF_8);
        byte[] whole = zipped(Map.of("un.csv", text));

        assertRejected("the zip contains 2 files (", zipped(Map.of("a.csv", text, "b.csv", text)));
        assertRejected("the zip contains no file", zipped(Map.of("a/", new byte[0])));
        assertRejected(
                "the file is a spreadsheet workbook",
                zipped(Map.of("[Content_Types].xml", text, "xl/workbook.xml", text)));
        assertRejected("the zip is damaged or encrypted", Arrays.copyOf(whole, whole.length / 2));
        assertRejected(
                "the file is compressed more than twice", zipped(Map.of("a.zip", zipped(Map.of("b.zip", whole)))));
        assertEquals(List.of(), temporaryFiles());
    }

    /** The content is valid text, but differs from the text that the checksum was computed for. */
    @Test
    void rejectsZipWithWrongChecksum() throws Exception {
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

        assertRejected("the file", file);
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("import") && name.endsWith(".zip"))
                    .toList();
        }
    }

    /** A small compressed file may expand to any size. */
    @Test
    void limitsDecompressedSize() throws Exception {
        String text = "a,b\n" + "\n".repeat(1_000_000) + "1,2\n";
        for (byte[] packed : List.of(gzipped(text), zipped(Map.of("un.csv", text.getBytes(UTF_8))))) {
            assertTrue(packed.length < 10_000);
            try (RowReader rows = RowReader.open(new ByteArrayInputStream(packed), 100_000)) {
                String message =
                        assertThrows(UnreadableFileException.class, rows::next).getMessage();
                assertTrue(message.endsWith("the decompressed file has more than 100000 bytes; split it"), message);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d0cf11e0a1b11ae1|the file is an Excel workbook",
                "255044462d312e37|the file is a PDF",
                "425a683931415926|the compression is not supported",
                "fd377a585a000004|the compression is not supported",
                "377abcaf271c0004|the compression is not supported",
                "28b52ffd04000000|the compression is not supported",
                "526172211a070100|the compression is not supported",
                "0a3c21444f435459|the file is HTML",
            })
    void rejectsUnsupportedFormats(String hex, String reason) {
        assertRejected(reason, HexFormat.of().parseHex(hex));
    }

    @Test
    void readsGzip() throws Exception {
        assertEquals(List.of("1 2", "3 4"), read(gzipped("a,b\n1,2\n3,4\n")));
    }

    @Test
    void rejectsTruncatedGzip() throws Exception {
        byte[] whole = gzipped("a,b\n" + "1,2\n".repeat(100_000));

        assertRejected("the file", Arrays.copyOf(whole, whole.length / 2));
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

    /** The stream reports 0 available bytes between the two members. */
    @Test
    void readsAllMembersOfGzip() throws Exception {
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

    private static void assertRejected(String reason, byte[] file) {
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
