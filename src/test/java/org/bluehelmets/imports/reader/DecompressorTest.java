package org.bluehelmets.imports.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.imports.reader.RowReaderAssertions.assertRejected;
import static org.bluehelmets.imports.reader.RowReaderAssertions.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Tests the decompression of imported files. */
class DecompressorTest {

    @Test
    void readsGzip() throws Exception {
        assertEquals(List.of("1 2", "3 4"), read(gzipped("a,b\n1,2\n3,4\n")));
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
    void rejectsTruncatedGzip() throws Exception {
        byte[] whole = gzipped("a,b\n" + "1,2\n".repeat(100_000));

        assertRejected("the file", Arrays.copyOf(whole, whole.length / 2));
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
