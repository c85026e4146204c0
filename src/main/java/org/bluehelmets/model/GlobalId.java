package org.bluehelmets.model;

import graphql.relay.Relay;
import java.util.Optional;
import org.bluehelmets.database.StorableText;

/**
 * An opaque id that contains the type and the natural key of an object, so that it is identical in every database and
 * stays valid when a database is rebuilt.
 *
 * @param type the name of the GraphQL type
 * @param key the natural key, such as the code of a nation or the acronym of a mission
 */
public record GlobalId(String type, String key) {

    private static final Relay RELAY = new Relay();

    /** Encodes an id for clients. */
    public static String of(String type, String key) {
        return RELAY.toGlobalId(type, key);
    }

    /** Decodes an id from a client; empty if it was not created by {@link #of}. */
    public static Optional<GlobalId> parse(String id) {
        try {
            Relay.ResolvedGlobalId resolved = RELAY.fromGlobalId(id);
            GlobalId parsed = new GlobalId(resolved.getType(), resolved.getId());
            return of(parsed.type, parsed.key).equals(id) && StorableText.is(parsed.key)
                    ? Optional.of(parsed)
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
