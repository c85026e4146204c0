package org.bluehelmets.security;

import io.quarkus.security.identity.SecurityIdentity;
import org.bluehelmets.database.StorableText;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.model.Revision;

/** Authorizes editors: they need the role editor and a name for the history. */
final class EditorAuthorization {

    /** The length of the columns for names of editors. */
    private static final int MAX_NAME_LENGTH = 200;

    private EditorAuthorization() {}

    /**
     * Checks that a client may execute mutations. Returns the error; null if it may.
     *
     * @param identity null if the client sent no credentials
     */
    static RequestError check(SecurityIdentity identity) {
        if (identity == null) {
            return RequestError.unauthenticated("Mutations need the credentials of an editor");
        }
        if (!identity.hasRole(StaticTokenMechanism.EDITOR)) {
            return RequestError.of(403, ErrorCode.FORBIDDEN, "Mutations need the role \"editor\"");
        }
        String name = identity.getPrincipal().getName();
        if (name == null || name.isBlank() || name.length() > MAX_NAME_LENGTH || !StorableText.is(name)) {
            return RequestError.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The token must contain a user name of 1 to %s characters".formatted(MAX_NAME_LENGTH));
        }
        if (name.equals(Revision.IMPORT)) {
            return RequestError.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The user name must not be \"%s\", which the history uses for imports".formatted(Revision.IMPORT));
        }
        return null;
    }
}
