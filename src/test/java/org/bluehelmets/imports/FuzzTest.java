package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Imports files with random damage: every row is stored or reported, and nothing fails unexpectedly. Set
 * {@code -Dfuzz.files=250} for more files, as CI does.
 */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FuzzTest {

    private static final int FILES = Integer.getInteger("fuzz.files", 100);
    private static final String[] PIECES = {
        ",",
        "\"",
        "\"\"",
        "\n",
        "\r",
        "\r\n",
        "\u0000",
        "\uFEFF",
        "é",
        "\uD83D\uDE00",
        " ",
        "\u00a0",
        "-",
        "0",
        "99999999999999999999",
        "NaN",
        "null",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\\",
        "\\u0041",
        "#N/A",
        "#",
        "KAZ",
        "1e9",
        "'",
    };

    @Inject
    Importer importer;

    private final Rows rows = new Rows();

    @AfterEach
    void clear() {
        rows.clearImports();
    }

    /** Every undamaged row that is not reported must be exported again, with all separators. */
    @ParameterizedTest
    @CsvSource({"1, ','", "2, ;", "3, '\t'"})
    void readsDamagedCsv(long seed, char separator) throws Exception {
        Random random = new Random(seed);
        List<String> lines = lines();
        Map<String, String> rowsByLine = new HashMap<>();
        lines.forEach(row -> rowsByLine.put(row.replace(',', separator), row));
        int imported = 0;
        for (int i = 0; i < FILES; i++) {
            String text = damaged((String.join("\n", lines) + "\n").replace(',', separator), random);
            rows.clearImports();
            List<Long> bad = new ArrayList<>();
            ImportReport report = load(text, bad);
            if (report == null) {
                continue;
            }
            imported++;
            assertCounted(report, text, separator);
            Map<String, Integer> found = exported().stream().collect(toMap(FuzzTest::key, FuzzTest::people));
            assertTrue(found.size() <= report.rowsStored(), text);
            List<String> now = text.lines().toList();
            for (int line = 1; line < now.size(); line++) {
                String row = rowsByLine.get(now.get(line));
                if (row != null && !bad.contains(line + 1L)) {
                    // damage may give another row the same key, so that the two add up
                    int people = found.getOrDefault(key(withoutId(row)), -1);
                    assertTrue(people >= people(withoutId(row)), () -> "missing row: " + row + "\nof:\n" + text);
                }
            }
        }
        assertTrue(imported > FILES / 4, "almost no file was imported");
    }

    /** Like {@link #readsDamagedCsv}, with one object per line. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void readsDamagedJson(long seed) throws Exception {
        Random random = new Random(seed);
        Map<String, String> rowsByObject = new LinkedHashMap<>();
        for (String row : lines().subList(1, lines().size())) {
            String[] cells = row.split(",");
            rowsByObject.put(
                    """
                    {"isocode3":"%s","contributing_country":"%s","mission_acronym":"%s","personnel_type":"%s",\
                    "female_personnel":%s,"male_personnel":%s,"last_reporting_date":%d}""".formatted(
                                    cells[1],
                                    cells[3],
                                    cells[4],
                                    cells[5],
                                    cells[6],
                                    cells[7],
                                    LocalDate.parse(cells[8]).toEpochDay() * 86_400_000),
                    withoutId(row));
        }
        String list = "[\n" + String.join(",\n", rowsByObject.keySet()) + "\n]";
        String whole = seed % 2 == 0 ? list : "{\"count\":20,\"data\":" + list + ",\"next\":null}";
        int imported = 0;
        for (int i = 0; i < FILES; i++) {
            String text = damaged(whole, random);
            rows.clearImports();
            List<Long> bad = new ArrayList<>();
            if (load(text, bad) == null) {
                continue;
            }
            imported++;
            Map<String, Integer> found = exported().stream().collect(toMap(FuzzTest::key, FuzzTest::people));
            List<String> now = text.lines().toList();
            for (int line = 0; line < now.size(); line++) {
                String row = rowsByObject.get(now.get(line).replaceFirst(",$", ""));
                if (row != null && !bad.contains(line + 1L)) {
                    int people = found.getOrDefault(key(row), -1);
                    assertTrue(people >= people(row), () -> "missing row: " + row + "\nof:\n" + text);
                }
            }
        }
        assertTrue(imported > FILES / 20, "almost no file was imported");
    }

    /** Damages bytes, including UTF-8 sequences and compressed data: files are read or rejected. */
    @ParameterizedTest
    @ValueSource(longs = {6})
    void readsDamagedBytes(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] text = (String.join("\n", lines()) + "\n").getBytes(UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("un.csv"));
            out.write(text);
        }
        List<byte[]> files = List.of(
                text,
                (String.join("\n", lines()) + "\n").getBytes(UTF_16LE),
                ("{\"data\":" + "[".repeat(3)).getBytes(UTF_8),
                gzip.toByteArray(),
                zip.toByteArray());
        for (int i = 0; i < FILES; i++) {
            byte[] file = files.get(i % files.size()).clone();
            for (int j = 0; j < DAMAGES; j++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            ImportReport report = load(file, new ArrayList<>());
            // checksums detect damage, except in unused header fields
            assertTrue(i % files.size() < PLAIN || report == null || report.rowsBad() == 0);
        }
    }

    private static final int DAMAGES = 4;

    /** The number of files without a checksum. */
    private static final int PLAIN = 3;

    private static void assertCounted(ImportReport report, String text, char separator) {
        assertEquals(report.rowsRead(), report.rowsStored() + report.rowsBad(), text);
        long notBlank = text.lines()
                .filter(line -> !line.replace(separator, ' ').isBlank())
                .count();
        assertEquals(notBlank - 1, report.rowsRead(), text);
    }

    private ImportReport load(String text, List<Long> bad) throws Exception {
        return load(text.getBytes(UTF_8), bad);
    }

    /** Returns the report, or null if the whole file was rejected with a reason. */
    private ImportReport load(byte[] file, List<Long> bad) throws Exception {
        try {
            return importer.run(
                    new ByteArrayInputStream(file), ImportOptions.DEFAULT.withSkipBadRows(), new ImportProgress() {
                        @Override
                        public void onBadRow(BadRow row) {
                            bad.add(row.line());
                        }
                    });
        } catch (UnreadableFileException refused) {
            assertTrue(refused.getMessage().length() > 10);
            return null;
        }
    }

    /** Returns twenty rows with different keys. */
    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(Contributions.HEADER));
        for (String nation :
                List.of("KAZ,398,Kazakhstan", "IND,356,India", "TUR,792,Türkiye", "CIV,384,Côte d'Ivoire")) {
            for (int month = 1; month <= 5; month++) {
                lines.add(
                        "%d,%s,UNIFIL,Troops,%d,1%d,2020-%02d-28".formatted(lines.size(), nation, month, month, month));
            }
        }
        return lines;
    }

    /** Returns nation, mission, category and month of an exported row. */
    private static String key(String row) {
        String[] cells = row.split(",");
        return String.join(",", cells[0], cells[3], cells[4], cells[7].substring(0, "2020-01".length()));
    }

    private static int people(String row) {
        String[] cells = row.split(",");
        return Integer.parseInt(cells[5]) + Integer.parseInt(cells[6]);
    }

    private static String withoutId(String line) {
        return line.substring(line.indexOf(',') + 1);
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = 0; i < 1 + random.nextInt(DAMAGES); i++) {
            // mostly after the header, because files with damaged headers are rejected
            int at = random.nextInt(10) == 0
                    ? random.nextInt(damaged.length())
                    : 140 + random.nextInt(damaged.length() - 140);
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(random.nextInt(20) + 1));
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(5)) {
                case 0 -> damaged.insert(at, piece);
                case 1 -> damaged.replace(at, end, piece);
                case 2 -> damaged.delete(at, end);
                case 3 -> damaged.insert(at, damaged.substring(at, end));
                default -> damaged.setCharAt(at, (char) (32 + random.nextInt(95)));
            }
        }
        return damaged.toString();
    }
}
