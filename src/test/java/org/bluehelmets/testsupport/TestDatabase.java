package org.bluehelmets.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.UUID;
import org.bluehelmets.database.DatabaseKind;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The databases that tests run against, of the kind that was built for: H2 in memory or in files, or a PostgreSQL that is
 * started with the first test and stopped with the last.
 */
public final class TestDatabase implements LauncherSessionListener {

    /** Where the application's tests have theirs. */
    private static final String DEFAULT = "bluehelmets.postgresql.url";

    /** The PostgreSQL, for this process, whichever class loader asks. */
    private static final String SERVER = "bluehelmets.test.server";

    private static final String MEMORY = ";QUERY_CACHE_SIZE=128;LOCK_TIMEOUT=60000;DB_CLOSE_DELAY=-1";

    /** The migrations of the database that was built for. */
    public static final String[] LOCATIONS = {"classpath:db/migration/common", "classpath:db/migration/" + kind()};

    /** The condition of tests that cannot run with PostgreSQL. */
    public static final String IS_H2 = "org.bluehelmets.testsupport.TestDatabase#isH2";

    /** The condition of tests that cannot run with H2. */
    public static final String IS_POSTGRESQL = "org.bluehelmets.testsupport.TestDatabase#isPostgreSQL";

    /** Why tests cannot run with PostgreSQL. */
    public static final String H2_ONLY = "looks into H2, or at what only the embedded database does";

    /** The database that was built for. */
    public static DatabaseKind kind() {
        return "postgresql".equals(System.getProperty("bluehelmets.db")) ? DatabaseKind.POSTGRESQL : DatabaseKind.H2;
    }

    public static boolean isH2() {
        return kind() == DatabaseKind.H2;
    }

    public static boolean isPostgreSQL() {
        return kind() == DatabaseKind.POSTGRESQL;
    }

    /** A connection. {@code DriverManager} knows no drivers of class loaders other than the first. */
    public static Connection connect(String url) throws SQLException {
        return url.startsWith("jdbc:h2:")
                ? new org.h2.Driver().connect(url, new Properties())
                : new org.postgresql.Driver().connect(url, new Properties());
    }

    /** The URL of a database that tests share who name the same; it is there. */
    public static String url(String name) {
        return kind() == DatabaseKind.POSTGRESQL ? created(name) : "jdbc:h2:mem:" + name + MEMORY;
    }

    /** The URL of a new database that nobody else has. */
    public static String newUrl() {
        return url("t" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** The URL of a new database that a process of its own can serve from while tests write to it. */
    static String newUrlForOtherProcess() {
        return isH2() ? newFileUrl() : newUrl();
    }

    /** The URL of a new H2 in a file, whatever was built for. */
    public static String newFileUrl() {
        Path directory = Path.of("target", "databases", String.valueOf(System.nanoTime()))
                .toAbsolutePath();
        // the application's own URL, but open to others, which H2 does not join with DB_CLOSE_ON_EXIT=FALSE
        return "jdbc:h2:file:" + directory
                + "/bluehelmets;CACHE_SIZE=65536;QUERY_CACHE_SIZE=128;LOCK_TIMEOUT=60000;WRITE_DELAY=0;AUTO_SERVER=TRUE";
    }

    private static String created(String name) {
        String server = System.getProperty(SERVER);
        if (server == null) {
            throw new IllegalStateException("no PostgreSQL was started: bluehelmets.db must be set for the tests, too");
        }
        try (Connection connection = connect(server.formatted("postgres"))) {
            connection.createStatement().execute("create database " + name);
        } catch (SQLException e) {
            if (!e.getSQLState().equals("42P04")) {
                throw new IllegalStateException(e);
            }
            // somebody else was first
        }
        return server.formatted(name);
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (isH2() || System.getProperty(SERVER) != null) {
            return;
        }
        try {
            int port = PostgreSQLProcess.start();
            System.setProperty(SERVER, "jdbc:postgresql://localhost:" + port + "/%s?user=postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
        System.setProperty(DEFAULT, url("bluehelmets"));
    }
}
