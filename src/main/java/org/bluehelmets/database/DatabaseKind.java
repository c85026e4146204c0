package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The supported databases. The build property {@code -Dbluehelmets.db} selects one, and the build works only with this one. */
public enum DatabaseKind {
    H2,
    POSTGRESQL;

    private static final String URL = "quarkus.datasource.jdbc.url";

    private static final String DIRECTORY = "bluehelmets.data.directory";

    private static final String REPLICA_URL = "quarkus.datasource." + ReadReplica.NAME + ".jdbc.url";

    /** The database that the configuration expects. */
    private static final String EXPECTED = "bluehelmets.db";

    /** The database of the build. Quarkus fixes it at build time. */
    private static final String BUILT = "quarkus.datasource.db-kind";

    /**
     * Returns the database of the build.
     *
     * @throws WrongDatabaseException if the configuration specifies another database or no URL
     */
    public static DatabaseKind of(Config config) {
        DatabaseKind built = of(config.getValue(BUILT, String.class));
        String expected = config.getValue(EXPECTED, String.class);
        if (!expected.equals(built.toString())) {
            throw new WrongDatabaseException(
                    "This build supports %s, but %s is %s. Build with ./mvnw package -D%s=%s, or remove the setting."
                            .formatted(built, EXPECTED, expected, EXPECTED, expected));
        }
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isEmpty()) {
            throw new WrongDatabaseException(
                    "The URL of the database is missing. Set QUARKUS_DATASOURCE_JDBC_URL, such as jdbc:%s://host/bluehelmets, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."
                            .formatted(built));
        }
        built.check(URL, url.get());
        built.checkDirectory(url.get(), config.getOptionalValue(DIRECTORY, String.class));
        Optional<String> replica = config.getOptionalValue(REPLICA_URL, String.class);
        if (built == H2 && replica.isPresent()) {
            throw new WrongDatabaseException(
                    "This build supports %s, which has no read replicas. Remove %s, or build with ./mvnw package -D%s=%s."
                            .formatted(built, REPLICA_URL, EXPECTED, POSTGRESQL));
        }
        replica.ifPresent(given -> built.check(REPLICA_URL, given));
        return built;
    }

    /** Returns the database of a connection. */
    public static DatabaseKind of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }

    private void check(String setting, String url) {
        if (!url.startsWith("jdbc:" + this + ":")) {
            throw new WrongDatabaseException(
                    "This build supports %1$s, but %2$s is \"%3$s\". Use a URL that starts with jdbc:%1$s:, or build for that database with ./mvnw package -D%4$s=..."
                            .formatted(this, setting, withoutSecrets(url), EXPECTED));
        }
    }

    /** In H2's URLs, settings follow a semicolon. It cannot be escaped in a path. */
    private void checkDirectory(String url, Optional<String> directory) {
        directory
                .filter(path -> this == H2 && path.contains(";") && url.startsWith("jdbc:h2:file:" + path))
                .ifPresent(path -> {
                    throw new WrongDatabaseException(
                            "%s is \"%s\", but H2 does not support paths with a semicolon. Use another directory, such as a symbolic link to this one."
                                    .formatted(DIRECTORY, path));
                });
    }

    private static DatabaseKind of(String name) {
        return Arrays.stream(values())
                .filter(database -> database.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongDatabaseException("%1$s must be one of %3$s, but is \"%2$s\"."
                        .formatted(
                                EXPECTED,
                                name,
                                Arrays.stream(values())
                                        .map(DatabaseKind::toString)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Removes the parameters, which may contain a password. */
    private static String withoutSecrets(String url) {
        return url.split("[?;]", 2)[0];
    }

    /** The name in settings and JDBC URLs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
