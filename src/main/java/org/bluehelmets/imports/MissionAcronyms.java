package org.bluehelmets.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.imports.reader.ListCell;
import org.bluehelmets.model.MissionKind;

/**
 * Acronyms in the UN's files that are not peacekeeping operations of their own: groups of operations, parts of
 * operations, other spellings, and offices. Read from {@code import/mission_acronyms.csv}.
 */
final class MissionAcronyms {

    /**
     * What an acronym stands for.
     *
     * @param kind the kind of the mission; null if the acronym is no mission of its own
     * @param countedIn the missions that the acronym stands for, in the order of their start; may be empty
     * @param reason why the acronym is no peacekeeping operation of its own
     */
    record Meaning(MissionKind kind, List<String> countedIn, String reason) {

        boolean isNoMission() {
            return kind == null;
        }
    }

    private static final String FILE = "import/mission_acronyms.csv";

    private final Map<String, Meaning> meanings = new TreeMap<>();

    MissionAcronyms() {
        for (CSVRecord row : CsvResource.rows(FILE)) {
            String kind = row.get("kind");
            meanings.put(
                    row.get("acronym"),
                    new Meaning(
                            kind == null ? null : MissionKind.valueOf(kind),
                            ListCell.entries(row.get("counted_in")),
                            row.get("reason")));
        }
    }

    /** Returns what an acronym stands for, or null if it is not listed. */
    Meaning of(String acronym) {
        return meanings.get(acronym);
    }

    /**
     * Returns the kind of a mission that no list of missions contains. The peacekeeping operations are known, so any other
     * acronym is a political mission, unless the file of acronyms gives another kind.
     */
    MissionKind kindOfUnlisted(String acronym) {
        Meaning meaning = meanings.get(acronym);
        return meaning == null || meaning.isNoMission() ? MissionKind.SPECIAL_POLITICAL : meaning.kind;
    }
}
