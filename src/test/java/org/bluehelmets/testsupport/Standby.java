package org.bluehelmets.testsupport;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A PostgreSQL that follows another one, by streaming replication: a copy of its files, and what it logs from then on. */
public final class Standby implements AutoCloseable {

    private static final String DATABASE = "postgres";

    /** Of the primary's process alone, or, like its log, streamed. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path directory;
    private EmbeddedPostgres server;

    private Standby(Path directory) {
        this.directory = directory;
    }

    /** A server that others can follow, and that can be closed and started again with the same files and port. */
    public static EmbeddedPostgres server(Path directory, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                // what a standby has not read yet is kept for it
                .setServerConfig("wal_keep_size", "512MB")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Copies a server while it runs, and starts the copy as its standby. */
    public static Standby of(EmbeddedPostgres primary, Path primaryDirectory, Path directory)
            throws IOException, SQLException {
        try (Connection connection = TestDatabase.connect(url(primary));
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('a standby', true)");
            copy(primaryDirectory, directory);
            try (ResultSet stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
                stopped.next();
                Files.writeString(directory.resolve("backup_label"), stopped.getString(1));
            }
        }
        Files.createFile(directory.resolve("standby.signal"));
        Files.writeString(
                directory.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres'%n".formatted(primary.getPort()),
                StandardOpenOption.APPEND);
        Standby standby = new Standby(directory);
        standby.start(0);
        return standby;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path copy = to.resolve(from.relativize(directory));
                Files.copy(directory, copy, StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                boolean log = file.getParent().endsWith("pg_wal");
                if (!log && !NOT_COPIED.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                // it was there a moment ago; the log tells the copy what has become of it
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The URL of the only database of a server. */
    public static String url(EmbeddedPostgres server) {
        return server.getJdbcUrl("postgres", DATABASE);
    }

    public String url() {
        return url(server);
    }

    private void start(int port) throws IOException {
        server = server(directory, port);
    }

    /** Ends it, and with it all connections to it. */
    public int end() throws IOException {
        int port = server.getPort();
        server.close();
        return port;
    }

    /** Starts it again, where it was. */
    public void startAgain(int port) throws IOException {
        start(port);
    }

    /** Has it show nothing new until {@link #follow}. */
    public void stay() throws SQLException {
        execute("select pg_wal_replay_pause()");
        // it is told so, and does it a moment later
        await().until(() -> "paused".equals(text("select pg_get_wal_replay_pause_state()")));
    }

    /** Stops its processes, so that it holds its connections, takes new ones, and says nothing, until {@link #wake}. */
    public void fallSilent() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void wake() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid"))
                                .get(0)
                                .strip()))
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .forEach(process -> command.add(String.valueOf(process.pid())));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("the processes of the standby cannot be signalled");
        }
    }

    public void follow() throws SQLException {
        execute("select pg_wal_replay_resume()");
    }

    /** What a statement says in its only row. */
    public String text(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(url());
                ResultSet found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.connect(url())) {
            connection.createStatement().execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
