package org.bluehelmets.testsupport;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/**
 * A process that starts a PostgreSQL, and ends it when nobody holds its standard input open any more, however they ended.
 * It is one of its own because what starts the server writes to the log, which in the process of the tests must not begin
 * before the tests do: Maven would take it for what they report.
 */
final class PostgreSQLProcess {

    private PostgreSQLProcess() {}

    public static void main(String... args) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "500")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start()) {
            System.out.println(server.getPort());
            while (System.in.read() >= 0) {
                // until its end
            }
        }
    }

    /** Starts it, for as long as this process lives. Answers the port of the server. */
    static int start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), PostgreSQLProcess.class.getName())
                .redirectError(new File("target/postgresql.log"))
                .start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream()));
        // whatever else it may write
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.matches("\\d+")) {
                return Integer.parseInt(line);
            }
        }
        throw new IOException("PostgreSQL did not start; see target/postgresql.log");
    }
}
