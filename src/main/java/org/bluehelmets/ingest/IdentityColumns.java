package org.bluehelmets.ingest;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** H2 numbers rows by their column. To change it commits, and so is done by another connection than the transaction's. */
@Singleton
@IfBuildProperty(name = "bluehelmets.db", stringValue = "h2")
class IdentityColumns implements SurrogateKeys {

    private final DataSource dataSource;

    IdentityColumns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long next(Connection connection, String table) throws SQLException {
        return Sql.number(
                connection,
                "select identity_base from information_schema.columns where table_schema = '%s'"
                                .formatted(connection.getSchema())
                        + " and table_name = '%s' and is_identity = 'YES'".formatted(table.toUpperCase(Locale.ROOT)));
    }

    @Override
    public void keepFree(Connection transaction, String table, long next) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (next > next(connection, table)) {
                Sql.update(connection, "alter table %s alter column pk restart with %s".formatted(table, next));
            }
        }
    }
}
