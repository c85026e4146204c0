package org.bluehelmets.seed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Deletes the failure that Flyway records for the seed migration on databases without transactional DDL, such as H2. The
 * migration was rolled back, so that nothing needs repair, but the record would prevent corrected files from loading.
 */
public class SeedFailureCallback implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String sql = "delete from \"%s\" where \"success\" = false and \"version\" is null and \"description\" = ?"
                .formatted(context.getConfiguration().getTable());
        try (PreparedStatement delete = context.getConnection().prepareStatement(sql)) {
            delete.setString(1, SeedMigration.DESCRIPTION);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new FlywayException("cannot delete the failed seed migration from the schema history", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "seed failure";
    }
}
