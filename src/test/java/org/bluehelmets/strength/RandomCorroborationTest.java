package org.bluehelmets.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bluehelmets.strength.VerdictOracle.Deployment;
import org.bluehelmets.strength.VerdictOracle.Figure;
import org.bluehelmets.strength.VerdictOracle.Row;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the verdicts on random counts, reports and deployments with those of {@link VerdictOracle}. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class RandomCorroborationTest {

    private static final int FIGURES = 200;
    private static final int DEPLOYMENTS = 20;

    private static final List<String> NATIONS = List.of("GHA", "ITA", "FRA");
    private static final List<String> MISSIONS = List.of("UNIFIL", "MINURSO");

    private final Rows rows = new Rows();
    private final PersonnelCountRows written = new PersonnelCountRows(rows);
    private Random random;

    @AfterEach
    void clear() {
        rows.clear();
        rows.clearImports();
    }

    @ParameterizedTest
    @ValueSource(longs = {1701, 2790, 244})
    void agreesWithOracle(long seed) {
        random = new Random(seed);
        rows.clearImports();
        rows.source("A");
        List<Row> reported = reports();
        VerdictOracle.PARENTS.forEach(written::battalion);
        List<Deployment> deployments = deployments();
        List<Figure> figures = figures(deployments);
        figures.forEach(each -> written.figure(
                each.key(),
                each.nation(),
                each.mission(),
                each.unit(),
                each.deployment(),
                each.category(),
                each.total(),
                each.precision(),
                each.status(),
                each.asOf(),
                each.key() + (each.noteNamesMission() ? " of UNDOF" : "")));

        VerdictOracle oracle = new VerdictOracle(reported, deployments, figures);
        Map<String, Map<String, Object>> found = PersonnelCountRows.corroborations();
        Set<String> verdicts = new HashSet<>();
        for (Figure figure : figures) {
            String name = figure.key() + (figure.noteNamesMission() ? " of UNDOF" : "");
            Map<String, Object> corroboration = found.get(name);
            String expected = oracle.verdict(figure);
            assertEquals(
                    expected,
                    corroboration.get("verdict") + " " + corroboration.get("officialTotal"),
                    () -> "seed %s: %s says %s among %s".formatted(seed, figure, corroboration, deployments));
            verdicts.add(String.valueOf(corroboration.get("verdict")));
        }
        assertEquals(Verdict.values().length, verdicts.size(), "seed " + seed);
    }

    /** Months of 2020 and 2021: some without a report, some by nation only. A small range of totals makes many equal. */
    private List<Row> reports() {
        List<Row> reported = new ArrayList<>();
        Contributions file = Contributions.file();
        for (int month = 1; month <= 18; month++) {
            String day = "%s-%s-28".formatted(2020 + (month - 1) / 12, twoDigits((month - 1) % 12 + 1));
            int kind = random.nextInt(6);
            if (kind == 0) {
                continue;
            }
            for (String nation : NATIONS) {
                for (String mission : kind == 1 ? List.of("") : MISSIONS) {
                    reported.add(new Row(nation, mission, "TROOPS", number(), day));
                    if (random.nextBoolean()) {
                        reported.add(new Row(nation, mission, "STAFF_OFFICERS", number(), day));
                    }
                }
            }
        }
        for (Row row : reported) {
            String type = row.category().equals("TROOPS") ? "Troops" : "Staff Officer";
            file.row(row.nation(), row.mission(), type, 0, row.total(), row.day());
        }
        Contributions.load(file);
        return reported;
    }

    private List<Deployment> deployments() {
        List<Deployment> made = new ArrayList<>();
        for (int i = 0; i < DEPLOYMENTS; i++) {
            String start = maybe(date());
            String end = maybe(date());
            if (start != null && end != null && start.compareTo(end) > 0) {
                end = null;
            }
            Deployment deployment = new Deployment(
                    "D" + i,
                    of(NATIONS),
                    of(MISSIONS),
                    maybe(of(List.copyOf(VerdictOracle.PARENTS.keySet()))),
                    random.nextInt(3) == 0 ? null : 1 + random.nextInt(5),
                    of(List.of("DEPLOYED", "ENDED", "PLANNED")),
                    start,
                    end);
            made.add(deployment);
            written.deployment(
                    deployment.key(),
                    deployment.nation(),
                    deployment.mission(),
                    deployment.unit(),
                    deployment.rotation(),
                    deployment.status(),
                    deployment.start(),
                    deployment.end());
        }
        return made;
    }

    private List<Figure> figures(List<Deployment> deployments) {
        List<Figure> made = new ArrayList<>();
        for (int i = 0; i < FIGURES; i++) {
            int subject = random.nextInt(4);
            Deployment deployment = subject == 0 ? of(deployments) : null;
            String unit = subject == 1 ? of(List.copyOf(VerdictOracle.PARENTS.keySet())) : null;
            String mission = random.nextInt(10) == 0 ? "OIF" : random.nextInt(6) == 0 ? null : of(MISSIONS);
            made.add(new Figure(
                    "F" + i,
                    deployment != null ? deployment.nation() : random.nextInt(8) == 0 ? null : of(NATIONS),
                    deployment != null ? deployment.mission() : mission,
                    deployment != null ? maybe(deployment.unit()) : unit,
                    deployment != null ? deployment.key() : null,
                    of(List.of("TROOPS", "TROOPS", "STAFF_OFFICERS", "ALL")),
                    number(),
                    of(List.of("EXACT", "EXACT", "ABOUT", "UP_TO", "AT_LEAST")),
                    of(List.of("DEPLOYED", "DEPLOYED", "DEPLOYED", "PLANNED", "AUTHORISED", "HISTORICAL")),
                    date(),
                    deployment == null && mission == null && random.nextBoolean()));
        }
        return made;
    }

    private int number() {
        return of(List.of(0, 1, 100, 104, 120, 240));
    }

    /** Returns a random day, month or year from 2019 to 2021. */
    private String date() {
        String year = String.valueOf(2019 + random.nextInt(3));
        String month = year + "-" + twoDigits(1 + random.nextInt(12));
        return of(List.of(year, month, month, month + "-" + twoDigits(1 + random.nextInt(28))));
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }

    private <T> T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
