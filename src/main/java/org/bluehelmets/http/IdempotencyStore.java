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
 * Stores the responses to mutations with the header Idempotency-Key, in the transaction of the mutation. A client that
 * repeats a request gets the stored response, and the mutation is not executed again.
 */
final class IdempotencyStore {

    /** The minimum time for which a response is stored. */
    static final Duration RETENTION = Duration.ofDays(1);

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /** The key was used for a different request. */
    static final class KeyReusedException extends RuntimeException {
        KeyReusedException() {
            super("The key was used for a different request", null, false, false);
        }
    }

    private IdempotencyStore() {}

    static boolean isValidKey(String key) {
        return KEY.matcher(key).matches();
    }

    /**
     * Finds the stored response to the editor's request with this key. Returns null if there is none.
     *
     * @throws KeyReusedException if the editor used the key for a request with a different hash
     */
    static String findResponse(String key, String requestHash) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        String sql = "select request_hash, response from idempotency_record where editor = ? and idempotency_key = ?";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, transaction.editor());
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!row.getString(1).equals(requestHash)) {
                    throw new KeyReusedException();
                }
                return row.getString(2);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not read the stored response", e);
        }
    }

    /** Stores a response, and deletes responses after their retention time. */
    static void storeResponse(String key, String requestHash, String response) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        Connection connection = transaction.connection();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from idempotency_record where created_at < ?");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency_record (editor, idempotency_key, request_hash, response, created_at)
                        values (?, ?, ?, ?, ?)""")) {
            delete.setObject(1, now.minus(RETENTION));
            delete.executeUpdate();
            insert.setString(1, transaction.editor());
            insert.setString(2, key);
            insert.setString(3, requestHash);
            insert.setString(4, response);
            insert.setObject(5, now);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not store the response", e);
        }
    }
}
