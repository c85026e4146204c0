package org.bluehelmets.facts;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.bluehelmets.testsupport.Client;
import org.bluehelmets.testsupport.SharedFile;
import org.junit.jupiter.api.Test;

/** Verifies that the peacekeeping operations equal the UN's export, except for the differences listed here. */
@QuarkusTest
class MissionsFileTest {

    private static final String EXPORT = "data/un/missions.csv";

    /** Rows for two or three missions together, which also have separate rows. */
    private static final Set<String> AGGREGATES = Set.of("UNAVEM", "UNEF", "UNOSOM");

    /** Rows for political, humanitarian and police missions, headquarters and parts of other missions. */
    private static final Set<String> NO_OPERATIONS =
            Set.of("IPTF", "MICAH", "UNCPSG", "UNFOR", "UNGCI", "UNOHCI", "UNPF", "UNSCOB", "UNSMA");

    /** Peacekeeping operations of the UN that are not in its export. */
    private static final Set<String> NOT_EXPORTED = Set.of("UNTAG", "UNTMIH");

    /** Tolerance for dates: the export gives the first of a month where the UN's pages give a day, up to two months apart. */
    private static final long DAYS_APART = 60;

    private static final Map<String, String> OTHER_ENDS = Map.of(
            "MINUSMA", "the export of February 2024 does not know yet that it ended in December 2023",
            "UNIFIL", "nor that it is due to end in December 2026");

    private static final Map<String, String> OTHER_PLACES = Map.of(
            "UNEF II", "the export repeats Gaza, where UNEF I had its headquarters, for Ismailia",
            "UNIIMOG", "the export says Tehran, but its point lies half way to Baghdad",
            "UNMEE", "the export says Asmara, but its point lies half way to Addis Ababa",
            "UNMOGIP", "headquarters move with the seasons; the export's point lies in Kashmir, east of both");

    @Test
    void containsExactlyTheOperationsOfTheExport() {
        assertEquals(71, served().size());
        Set<String> expected = new TreeSet<>(export().keySet());
        expected.removeAll(AGGREGATES);
        expected.removeAll(NO_OPERATIONS);
        expected.addAll(NOT_EXPORTED);
        assertEquals(expected, new TreeSet<>(served().keySet()));
    }

    @Test
    void agreesOnStartAndEnd() {
        assertEquals(
                new TreeSet<>(OTHER_ENDS.keySet()),
                disagreeing((exported, mission) -> near(exported.get("start_date"), date(mission, "startedOn"))
                        && near(exported.get("end_date"), date(mission, "endedOn"))));
    }

    @Test
    void agreesOnLocationWithinOneDegree() {
        assertEquals(
                new TreeSet<>(OTHER_PLACES.keySet()),
                disagreeing((exported, mission) -> exported.get("mission_latitude") == null
                        || near(exported, "mission_latitude", "mission_longitude", mission)
                        // Some rows of the export have latitude and longitude swapped.
                        || near(exported, "mission_longitude", "mission_latitude", mission)));
    }

    @Test
    void agreesOnActiveMissionsOnTheDayOfTheExport() {
        assertEquals(
                Set.of("MINUSMA"),
                disagreeing((exported, mission) ->
                        mission.get("activeThen").equals("yes".equalsIgnoreCase(exported.get("mission_isactive")))));
    }

    @Test
    void hasElevenActiveOperationsInNovember2026() {
        assertEquals(
                Set.of(
                        "MINURSO", "MINUSCA", "MONUSCO", "UNDOF", "UNFICYP", "UNIFIL", "UNISFA", "UNMIK", "UNMISS",
                        "UNMOGIP", "UNTSO"),
                served().entrySet().stream()
                        .filter(mission ->
                                mission.getValue().get("activeIn2026").equals(true))
                        .map(Map.Entry::getKey)
                        .collect(toCollection(TreeSet::new)));
    }

    /** Returns the acronyms of the missions in both the export and the service that differ. */
    private static Set<String> disagreeing(BiPredicate<CSVRecord, Map<String, ?>> agree) {
        Map<String, CSVRecord> export = export();
        return served().entrySet().stream()
                .filter(mission -> export.containsKey(mission.getKey()))
                .filter(mission -> !agree.test(export.get(mission.getKey()), mission.getValue()))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean near(String exported, LocalDate served) {
        if (exported == null || served == null) {
            return exported == null && served == null;
        }
        return Math.abs(DAYS.between(LocalDate.parse(exported), served)) <= DAYS_APART;
    }

    private static boolean near(CSVRecord exported, String latitude, String longitude, Map<String, ?> mission) {
        Map<?, ?> location = (Map<?, ?>) mission.get("location");
        return near(exported.get(latitude), location.get("latitude"))
                && near(exported.get(longitude), location.get("longitude"));
    }

    private static boolean near(String exported, Object degrees) {
        return Math.abs(Double.parseDouble(exported.replace(',', '.')) - ((Number) degrees).doubleValue()) <= 1;
    }

    private static LocalDate date(Map<String, ?> mission, String field) {
        Map<?, ?> date = (Map<?, ?>) mission.get(field);
        return date == null ? null : LocalDate.parse((String) date.get("date"));
    }

    private static Map<String, CSVRecord> export() {
        return SharedFile.rows(EXPORT).stream().collect(toMap(row -> row.get("mission_acronym"), row -> row));
    }

    private static Map<String, Map<String, ?>> served() {
        JsonPath answer = Client.data("""
                { missions(first: 100, filter: { kind: { eq: PEACEKEEPING } }) {
                    nodes { acronym startedOn { date } endedOn { date } location { latitude longitude }
                      activeThen: active(on: "2024-02-19") activeIn2026: active(on: "2026-11-29") }
                    pageInfo { hasNextPage } } }""");
        if (answer.getBoolean("missions.pageInfo.hasNextPage")) {
            throw new IllegalStateException("more missions than one page holds; read on");
        }
        Stream<Map<String, ?>> missions = answer.<Map<String, ?>>getList("missions.nodes").stream();
        return missions.collect(
                toMap(mission -> (String) mission.get("acronym"), mission -> mission, (a, b) -> b, TreeMap::new));
    }
}
