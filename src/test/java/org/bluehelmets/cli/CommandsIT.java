package org.bluehelmets.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.Launch;
import io.quarkus.test.junit.main.LaunchResult;
import io.quarkus.test.junit.main.QuarkusMainIntegrationTest;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bluehelmets.testsupport.Contributions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the command line of the built application. Each command is a separate process. All commands share one database, so
 * each test uses different months.
 */
@QuarkusMainIntegrationTest
@TestProfile(CommandsIT.OwnDirectory.class)
class CommandsIT {

    public static class OwnDirectory implements QuarkusTestProfile {

        /** Shared by all commands, although each command creates a profile. */
        private static final Path DIRECTORY =
                Path.of("target", "databases", "commands-" + System.nanoTime()).toAbsolutePath();

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("bluehelmets.data.directory", DIRECTORY.toString());
        }
    }

    private static final String SUMMARY = ": contributions: 1 rows read, 1 stored, 0 bad; months: 1 added, 0 replaced,"
            + " 0 removed, 0 unchanged, 0 kept";

    @TempDir
    Path directory;

    @Test
    void exportsImportedCounts(QuarkusMainLauncher launcher) throws IOException {
        String imported = file("un.csv", contributions("CIV", "2019-09-30"));
        Path exported = directory.resolve("out.csv");

        LaunchResult anImport = launcher.launch("import", imported);
        LaunchResult anExport =
                launcher.launch("export", "--from", "2019-09-01", "--to", "2019-09-30", exported.toString());

        assertStatus(0, anImport);
        assertEquals(imported + SUMMARY, anImport.getOutput());
        assertStatus(0, anExport);
        assertEquals("", anExport.getOutput());
        assertEquals(
                List.of(Contributions.HEADER, "1,CIV,384,Côte d'Ivoire,UNIFIL,Troops,1,121,2019-09-30"),
                Files.readAllLines(exported));
    }

    @Test
    void refusedFileChangesNothing(QuarkusMainLauncher launcher) throws IOException {
        String good = file("good.csv", contributions("KAZ", "2018-01-31"));
        String bad = file("bad.csv", contributions("KAZ", "2018-02-28") + "2,XXX\n");
        String[] export = {"export", "--from", "2018-01-01", "--to", "2018-12-31"};
        assertStatus(0, launcher.launch("import", good));

        LaunchResult refused = launcher.launch("import", bad);

        assertStatus(1, refused);
        assertEquals("", refused.getOutput());
        // the error output also contains the log, which is more verbose in tests
        assertEquals(
                List.of(
                        bad + ": line 3: the row has 2 values, but the header has 9 columns",
                        bad
                                + ": refused, nothing was changed: 1 of 2 rows are bad. Correct them, or use"
                                + " --skip-bad-rows to import the other rows."),
                refused.getErrorStream().stream()
                        .filter(line -> line.startsWith(bad))
                        .toList());
        assertEquals(
                List.of(Contributions.HEADER, "1,KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2018-01-31"),
                launcher.launch(export).getOutputStream());
    }

    @Test
    void importsMissionsAndFatalities(QuarkusMainLauncher launcher) throws IOException {
        String missions = file("missions.csv", """
                mission_acronym,mission_name,mission_isactive,start_date,end_date,mission_location,mission_longitude,mission_latitude
                UNNEW,A new mission,Yes,1978-03-19,,Naqoura,"35,1342","33,1200"
                """);
        String fatalities = file("fatalities.csv", """
                incident_date,casualty_id,mission_acronym,type_of_casualty,last_update
                2003-05-01,UNIFIL-1,UNIFIL,Fatality,2025-04-04
                """);

        LaunchResult imported = launcher.launch("import", missions, fatalities);

        assertStatus(0, imported);
        assertEquals(
                List.of(
                        missions + ": missions: 1 rows read, 1 stored, 0 bad; missions: 1 added, 0 replaced, 0 removed,"
                                + " 0 unchanged, 0 kept",
                        missions + ": added unknown missions: UNNEW",
                        fatalities + ": fatalities: 1 rows read, 1 stored, 0 bad; missions: 1 added, 0 replaced,"
                                + " 0 removed, 0 unchanged, 0 kept"),
                imported.getOutputStream());
    }

    @Test
    void importsUrl(QuarkusMainLauncher launcher) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/un.csv", exchange -> {
            byte[] body = contributions("KAZ", "2017-01-31").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/un.csv";

            LaunchResult imported = launcher.launch("import", url);

            assertStatus(0, imported);
            assertEquals(url + SUMMARY, imported.getOutput());
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Launch("--help")
    void printsHelp(LaunchResult result) {
        assertTrue(result.getOutput().startsWith("Usage: bluehelmets"), result.getOutput());
    }

    @Test
    @Launch(
            value = {"import", "--nonsense", "un.csv"},
            exitCode = 2)
    void rejectsUnknownOption(LaunchResult result) {
        assertTrue(result.getErrorOutput().contains("Unknown option: '--nonsense'"), result.getErrorOutput());
        assertEquals("", result.getOutput());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String contributions(String nation, String day) {
        return Contributions.file().row(nation, "UNIFIL", "Troops", 1, 121, day).text();
    }

    private static void assertStatus(int expected, LaunchResult result) {
        assertEquals(expected, result.exitCode(), result::getErrorOutput);
    }
}
