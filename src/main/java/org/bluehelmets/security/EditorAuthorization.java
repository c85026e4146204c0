package org.bluehelmets.security;

import io.quarkus.security.identity.SecurityIdentity;
import org.bluehelmets.database.StorableText;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.model.Revision;

/** Decides who may change data: whoever has the role editor and a name for the history. */
final class EditorAuthorization {

    /** As the columns for names of editors have it. */
    private static final int LONGEST_NAME = 200;

    private EditorAuthorization() {}

    /**
     * Why somebody may not change data; null where they may.
     *
     * @param caller null for who has sent no credentials
     */
    static RequestError refusal(SecurityIdentity caller) {
        if (caller == null) {
            return RequestError.unauthenticated("Send an editor's credentials to change data");
        }
        if (!caller.hasRole(StaticTokenMechanism.EDITOR)) {
            return RequestError.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "To change data takes the role editor, which these credentials do not have");
        }
        String name = caller.getPrincipal().getName();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME || !StorableText.is(name)) {
            return RequestError.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The token must name its user, in at most %s characters, for the history".formatted(LONGEST_NAME));
        }
        if (name.equals(Revision.IMPORT)) {
            return RequestError.of(
                    403,
                    ErrorCode.FORBIDDEN,
                    "The history calls files \"%s\"; come as a user of another name".formatted(Revision.IMPORT));
        }
        return null;
    }
}
