package org.bluehelmets.database;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** H2's identity columns. Changing one commits, so a separate connection does it, outside of the transaction. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
class H2IdGenerators implements IdGenerators {

    private final DataSource dataSource;

    H2IdGenerators(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long next(Connection connection, String table) throws SQLException {
        return JdbcStatements.number(
                connection,
                "select identity_base from information_schema.columns where table_schema = '%s'"
                                .formatted(connection.getSchema())
                        + " and table_name = '%s' and is_identity = 'YES'".formatted(table.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void keepFree(Connection transaction, String table, long next) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (next > next(connection, table)) {
                JdbcStatements.update(
                        connection, "alter table %s alter column pk restart with %s".formatted(table, next));
            }
        }
    }
}
