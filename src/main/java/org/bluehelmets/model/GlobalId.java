package org.bluehelmets.model;

import graphql.relay.Relay;
import java.util.Optional;
import org.bluehelmets.database.StorableText;

/**
 * An opaque id that names an object by its type and its natural key, so that it is the same in every database and
 * outlives a rebuild.
 *
 * @param type the name of the GraphQL type
 * @param key the natural key: a nation's code, a mission's acronym, a figure's key
 */
public record GlobalId(String type, String key) {

    private static final Relay RELAY = new Relay();

    /** The id as clients see it. */
    public static String of(String type, String key) {
        return RELAY.toGlobalId(type, key);
    }

    /** What an id that came from a client names, or empty where it was not made by {@link #of}. */
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
