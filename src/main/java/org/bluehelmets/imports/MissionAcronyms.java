package org.bluehelmets.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.imports.reader.ListCell;
import org.bluehelmets.model.MissionKind;

/**
 * Acronyms that the UN's files use for what is no peacekeeping operation of its own: two or three operations together, a
 * part of one, another spelling, and offices. Read from {@code import/mission_acronyms.csv}.
 */
final class MissionAcronyms {

    /**
     * What an acronym stands for.
     *
     * @param kind of the mission that it names; null where it names no mission of its own
     * @param countedIn the missions that it stands for, in the order in which they began; may be empty
     * @param reason why it is no peacekeeping operation of its own
     */
    record Meaning(MissionKind kind, List<String> countedIn, String reason) {

        /** Whether it names no mission of its own. */
        boolean namesNone() {
            return kind == null;
        }
    }

    private static final String FILE = "import/mission_acronyms.csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .get();

    private final Map<String, Meaning> meanings = new TreeMap<>();

    MissionAcronyms() {
        try (Reader file = new InputStreamReader(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE), UTF_8)) {
            for (CSVRecord row : FORMAT.parse(file)) {
                String kind = row.get("kind");
                String countedIn = row.get("counted_in");
                meanings.put(
                        row.get("acronym"),
                        new Meaning(
                                kind == null ? null : MissionKind.valueOf(kind),
                                countedIn == null ? List.of() : ListCell.entries(countedIn),
                                row.get("reason")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an acronym stands for; null where it is not listed here. */
    Meaning of(String acronym) {
        return meanings.get(acronym);
    }

    /**
     * The kind of a mission that only counts of people or deaths name. The UN's peacekeeping operations are known, so
     * that an acronym that is none of them names a political mission, unless it is known to be something else.
     */
    MissionKind kindOfUnlisted(String acronym) {
        Meaning meaning = meanings.get(acronym);
        return meaning == null || meaning.namesNone() ? MissionKind.SPECIAL_POLITICAL : meaning.kind;
    }
}
