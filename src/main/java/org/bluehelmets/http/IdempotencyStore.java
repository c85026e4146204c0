package org.bluehelmets.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.bluehelmets.database.RequestTransaction;

/**
 * What mutations with the header Idempotency-Key were answered: who asks again, not knowing whether the first request
 * came through, gets the same answer and changes nothing. Kept with the change itself, in one transaction.
 */
final class IdempotencyStore {

    /** How long an answer is kept at least. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** The same key came with another request before. */
    static final class OtherRequest extends RuntimeException {
        OtherRequest() {
            super("the key of another request", null, false, false);
        }
    }

    private IdempotencyStore() {}

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    /**
     * The first answer to a request of this editor with this key; null where there is none.
     *
     * @param request its fingerprint
     */
    static String find(String key, String request) {
        RequestTransaction unit = RequestTransaction.writing();
        String sql = "select request_hash, response from idempotency_record where editor = ? and idempotency_key = ?";
        try (PreparedStatement select = unit.connection().prepareStatement(sql)) {
            select.setString(1, unit.editor());
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(1).equals(request)) {
                    throw new OtherRequest();
                }
                return row.getString(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the first answer cannot be read", e);
        }
    }

    /** Keeps an answer, and forgets those that are old enough. */
    static void keep(String key, String request, String answer) {
        RequestTransaction unit = RequestTransaction.writing();
        Connection connection = unit.connection();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_record where created_at < ?");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency_record (editor, idempotency_key, request_hash, response, created_at)
                        values (?, ?, ?, ?, ?)""")) {
            delete.setObject(1, now.minus(KEPT));
            delete.executeUpdate();
            insert.setString(1, unit.editor());
            insert.setString(2, key);
            insert.setString(3, request);
            insert.setString(4, answer);
            insert.setObject(5, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answer cannot be kept", e);
        }
    }
}
