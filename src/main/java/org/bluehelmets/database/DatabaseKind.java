package org.bluehelmets.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The databases that the service can be built for, by {@code -Dbluehelmets.db}: it speaks to the one it was built for. */
public enum DatabaseKind {
    H2,
    POSTGRESQL;

    private static final String URL = "quarkus.datasource.jdbc.url";

    private static final String DIRECTORY = "bluehelmets.data.directory";

    private static final String REPLICA_URL = "quarkus.datasource." + ReadReplica.NAME + ".jdbc.url";

    /** How somebody names the database that they think this was built for. */
    private static final String WANTED = "bluehelmets.db";

    /** What it was built for: the framework fixes it then, whatever is said later. */
    private static final String BUILT = "quarkus.datasource.db-kind";

    /**
     * The one that this was built for.
     *
     * @throws WrongDatabaseException where it is told to use another, or not told where its own is
     */
    public static DatabaseKind of(Config config) {
        DatabaseKind built = of(config.getValue(BUILT, String.class));
        String wanted = config.getValue(WANTED, String.class);
        if (!wanted.equals(built.toString())) {
            throw new WrongDatabaseException(
                    "This was built for %s, and %s says %s. Build for that by ./mvnw package -D%s=%s, or leave the setting out."
                            .formatted(built, WANTED, wanted, WANTED, wanted));
        }
        Optional<String> url = config.getOptionalValue(URL, String.class);
        if (url.isEmpty()) {
            throw new WrongDatabaseException(
                    "Nobody has said where the database is. Set QUARKUS_DATASOURCE_JDBC_URL, such as jdbc:%s://host/bluehelmets, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."
                            .formatted(built));
        }
        built.check(URL, url.get());
        built.checkDirectory(url.get(), config.getOptionalValue(DIRECTORY, String.class));
        Optional<String> replica = config.getOptionalValue(REPLICA_URL, String.class);
        if (built == H2 && replica.isPresent()) {
            throw new WrongDatabaseException(
                    "This was built for %s, which has no read replicas. Leave %s out, or build by ./mvnw package -D%s=%s."
                            .formatted(built, REPLICA_URL, WANTED, POSTGRESQL));
        }
        replica.ifPresent(given -> built.check(REPLICA_URL, given));
        return built;
    }

    /** The one that a connection leads to. */
    public static DatabaseKind of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
    }

    private void check(String setting, String url) {
        if (!url.startsWith("jdbc:" + this + ":")) {
            throw new WrongDatabaseException(
                    "This was built for %1$s, and %2$s is \"%3$s\". Give it a URL that begins with jdbc:%1$s:, or build for that database by ./mvnw package -D%4$s=..."
                            .formatted(this, setting, withoutSecrets(url), WANTED));
        }
    }

    /** H2 takes what follows a semicolon in a URL for settings, and knows no way to write one in a path. */
    private void checkDirectory(String url, Optional<String> directory) {
        directory
                .filter(path -> this == H2 && path.contains(";") && url.startsWith("jdbc:h2:file:" + path))
                .ifPresent(path -> {
                    throw new WrongDatabaseException(
                            "%s is \"%s\", and H2 takes a semicolon for the end of the path. Set it to a directory without one in its path, such as a symbolic link to this one."
                                    .formatted(DIRECTORY, path));
                });
    }

    private static DatabaseKind of(String name) {
        return Arrays.stream(values())
                .filter(database -> database.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongDatabaseException("%s is \"%s\"; build for one of %s"
                        .formatted(
                                WANTED,
                                name,
                                Arrays.stream(values())
                                        .map(DatabaseKind::toString)
                                        .collect(Collectors.joining(", ")))));
    }

    /** Without what may hold a password. */
    private static String withoutSecrets(String url) {
        return url.split("[?;]", 2)[0];
    }

    /** As it is written in settings and in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
