package org.bluehelmets.seed;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes the mark away that Flyway leaves of data files that failed on a database without transactional DDL, such as H2.
 * They were rolled back, so there is nothing to repair, and with the mark not even mended files would load.
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
            throw new FlywayException("cannot forget the failure of the data files", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "data file failure";
    }
}
