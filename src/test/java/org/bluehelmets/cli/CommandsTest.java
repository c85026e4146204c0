package org.bluehelmets.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.bluehelmets.testsupport.Contributions.exported;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bluehelmets.imports.ContributionExport;
import org.bluehelmets.imports.ImportOptions;
import org.bluehelmets.imports.ImportProgress;
import org.bluehelmets.imports.Importer;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Tests the output and the exit status of the command line. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class CommandsTest {

    private static final String KAZ = "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30";
    private static final String SUMMARY = ": contributions: 1 rows read, 1 stored, 0 bad; months: 1 added, 0 replaced,"
            + " 0 removed, 0 unchanged, 0 kept\n";
    private static final Contributions FILE = Contributions.file().row("KAZ", "UNIFIL", "Troops", 1, 121, "2019-09-30");

    @Inject
    Importer importer;

    @Inject
    ContributionExport export;

    private final Rows rows = new Rows();

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @Test
    void importsFile() throws Exception {
        String file =
                Files.writeString(directory.resolve("un.csv"), FILE.text()).toString();

        assertEquals(0, run("import", file));

        assertEquals(file + SUMMARY, out.toString());
        assertEquals("", err.toString());
        assertEquals(List.of(KAZ), exported());
    }

    @Test
    void dryRunChangesNothing() throws Exception {
        String file =
                Files.writeString(directory.resolve("un.csv"), FILE.text()).toString();

        assertEquals(0, run("import", "--dry-run", file));

        assertEquals(file + ": dry run, nothing was changed" + SUMMARY, out.toString());
        assertEquals(List.of(), exported());
    }

    @Test
    void importsStandardInput() throws Exception {
        InputStream before = System.in;
        System.setIn(FILE.stream());
        try {
            assertEquals(0, run("import", "-"));
        } finally {
            System.setIn(before);
        }
        assertEquals(List.of(KAZ), exported());
    }

    @Test
    void importsUrl() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/un.csv", exchange -> {
            byte[] body = FILE.text().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved.csv", exchange -> {
            exchange.getResponseHeaders().add("Location", "/un.csv");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort();

            assertEquals(0, run("import", url + "/moved.csv"));
            assertEquals(List.of(KAZ), exported());
            assertEquals(1, run("import", url + "/none.csv"));
            assertEquals(url + "/none.csv: the server responded with status 404\n", err.toString());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void importsOtherFilesAfterRefusedFile() throws Exception {
        String bad = Files.writeString(directory.resolve("bad.csv"), FILE.text() + "2,XXX\n")
                .toString();
        String good =
                Files.writeString(directory.resolve("good.csv"), FILE.text()).toString();

        assertEquals(1, run("import", bad, "none.csv", good));

        assertEquals("""
                {bad}: line 3: the row has 2 values, but the header has 9 columns
                {bad}: refused, nothing was changed: 1 of 2 rows are bad. Correct them, or use --skip-bad-rows to import the other rows.
                none.csv: the file does not exist
                """.replace("{bad}", bad), err.toString());
        assertEquals(good + SUMMARY, out.toString());
    }

    @Test
    void skipsBadRows() throws Exception {
        String file = Files.writeString(directory.resolve("bad.csv"), FILE.text() + "2,XXX\n")
                .toString();

        assertEquals(0, run("import", "--skip-bad-rows", file));

        assertEquals(file + ": line 3: the row has 2 values, but the header has 9 columns\n", err.toString());
        assertTrue(out.toString().contains("2 rows read, 1 stored, 1 bad"), out.toString());
        assertTrue(out.toString().endsWith(file + ": incomplete because of bad rows: 2019-09\n"), out.toString());
        assertEquals(List.of(KAZ + ",true"), exported());
        assertEquals(0, run("import", "--skip-bad-rows", file));
        assertTrue(
                out.toString().endsWith(file + ": unchanged because of bad rows: 2019-09 (1 valid rows left out)\n"),
                out.toString());
        assertEquals(0, run("export", directory.resolve("out.csv").toString()));
        assertTrue(err.toString().endsWith("months with incomplete reports: 2019-09\n"), err.toString());
    }

    @Test
    void refusesFileThatRemovesNationsUnlessAllowed() throws Exception {
        String whole = Files.writeString(
                        directory.resolve("whole.csv"), FILE.text() + "2,IND,,,UNIFIL,Troops,1,899,2019-09-30\n")
                .toString();
        String part =
                Files.writeString(directory.resolve("part.csv"), FILE.text()).toString();
        assertEquals(0, run("import", whole));

        assertEquals(1, run("import", part));

        String line = part + ": 2019-09: 1 nations instead of 2, 122 people instead of 1022\n";
        assertEquals(
                line + part
                        + ": refused, nothing was changed: the file would remove more than a tenth of the stored data."
                        + " Import a complete file, or use --allow-shrinking.\n",
                err.toString());
        assertEquals(2, exported().size());
        assertEquals(0, run("import", "--allow-shrinking", part));
        assertTrue(out.toString().contains(line), out.toString());
        assertEquals(List.of(KAZ), exported());
    }

    @Test
    void printsUnknownMissions() throws Exception {
        String file = Files.writeString(
                        directory.resolve("un.csv"),
                        Contributions.file()
                                .row("KAZ", "UNNEW", "Troops", 1, 1, "2019-09-30")
                                .text())
                .toString();

        run("import", file);

        assertTrue(out.toString().contains(file + ": added unknown missions: UNNEW\n"), out.toString());
    }

    @Test
    void exportsFilteredCounts() throws Exception {
        importer.run(FILE.stream(), ImportOptions.DEFAULT, ImportProgress.NONE);
        Path file = directory.resolve("out.csv");

        assertEquals(
                0, run("export", "--nation", "kaz", "--mission", "unifil", "--from", "2019-09-30", file.toString()));
        assertEquals(List.of(Contributions.HEADER, "1," + KAZ), Files.readAllLines(file));
        assertEquals(0, run("export", "--to", "2019-09-29", file.toString()));
        assertEquals(List.of(Contributions.HEADER), Files.readAllLines(file));
        assertEquals(1, run("export", directory.resolve("none/out.csv").toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"import", "import --nonsense x", "serve", "export --from yesterday", "export a b"})
    void invalidArgumentsExitWith2(String arguments) {
        assertEquals(2, Commands.check(arguments.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "import --help", "export -h", "--version"})
    void helpExitsWith0(String arguments) {
        assertEquals(0, Commands.check(arguments.split(" ")));
    }

    private int run(String... arguments) {
        CommandLine commandLine = new Commands(importer, export).commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
