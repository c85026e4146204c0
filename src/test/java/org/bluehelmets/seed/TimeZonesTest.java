package org.bluehelmets.seed;

import static org.bluehelmets.testsupport.Client.data;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Contributions.load;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TimeZone;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.ImportReport;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that dates do not depend on the default time zone, even if the date does not exist there. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
@DisabledOnIntegrationTest("sets the time zone of the process")
class TimeZonesTest {

    private final Rows rows = new Rows();
    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(before);
        clear();
    }

    /** Days that a zone skipped, days without midnight, and zones on both sides of the date line. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Kiritimati, 1994-12-31",
        "Pacific/Kiritimati, 2024-02-29",
        "Pacific/Apia, 2011-12-30",
        "Pacific/Kwajalein, 1993-08-21",
        "America/Sao_Paulo, 2018-11-04",
        "America/Los_Angeles, 2019-09-30",
        "Asia/Gaza, 2016-03-26",
        "UTC, 1994-12-31",
    })
    void keepsDaysOfReports(String zone, LocalDate day) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        String month = YearMonth.from(day).toString();
        Contributions file = Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, day.toString());

        assertEquals(List.of(month), load(file).changes().added());

        assertEquals(1, load(file).changes().unchanged());
        List<String> expected = List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121," + day);
        assertEquals(expected, exported());
        assertEquals(expected, exported("?from=" + day + "&to=" + day));
        JsonPath answer = data("""
                { strength(on: "%1$s") { reportedOn total }
                  strengthSeries(from: "%1$s", to: "%1$s") { period reportedOn }
                  personnelCounts(filter: { source: { key: { eq: "un-contributions" } }, asOf: { eq: "%1$s" } }) {
                    nodes { asOf { date text } } } }""".formatted(day));
        assertEquals(day.toString(), answer.getString("strength.reportedOn"));
        assertEquals(122, answer.getInt("strength.total"));
        assertEquals(List.of(day.toString()), answer.getList("strengthSeries.reportedOn"));
        assertEquals(List.of(month + "-01"), answer.getList("strengthSeries.period"));
        assertEquals(List.of(day.toString()), answer.getList("personnelCounts.nodes.asOf.text"));
        assertEquals(List.of(day.toString()), answer.getList("personnelCounts.nodes.asOf.date"));
    }

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati, 1994-12-31", "Pacific/Apia, 2011-12-30", "America/Sao_Paulo, 2018-11-04"})
    void keepsDaysOfMissionsAndDeaths(String zone, LocalDate day) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        String missions = "mission_acronym,mission_name,start_date,end_date\nUNNEW,New,%1$s,%1$s\n".formatted(day);
        String deaths = "casualty_id,mission_acronym,incident_date,last_update\n1,UNNEW,%1$s,%1$s\n".formatted(day);
        run(missions);
        run(deaths);

        assertEquals(1, run(missions).changes().unchanged());
        assertEquals(1, run(deaths).changes().unchanged());
        JsonPath answer = data("""
                { mission(acronym: "UNNEW") { startedOn { text } endedOn { text }
                    figures { asOf { text } } } }""");
        assertEquals(day.toString(), answer.getString("mission.startedOn.text"));
        assertEquals(day.toString(), answer.getString("mission.endedOn.text"));
        assertEquals(List.of(day.toString()), answer.getList("mission.figures.asOf.text"));
    }

    private static ImportReport run(String text) throws Exception {
        InputStream file = Contributions.stream(text);
        Importer importer = Arc.container().instance(Importer.class).get();
        return importer.run(file, ImportOptions.DEFAULT, ImportProgress.NONE);
    }
}
