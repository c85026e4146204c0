package org.bluehelmets.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of operations that are counted by themselves. Clients choose names, and every name takes memory here and in
 * what stores metrics, so that there is an end: names in trusted documents, and the first ones of those that strangers
 * bring.
 */
@ApplicationScoped
class OperationLabelLimiter {

    /** An operation without a name. */
    static final String ANONYMOUS = "anonymous";

    /** A request whose operation was not found out: it was refused before. */
    static final String UNKNOWN = "unknown";

    /** All names beyond those that are counted by themselves. */
    static final String OTHER = "other";

    /** Characters of a name. People do not write longer ones. */
    static final int LONGEST = 64;

    /** Names that are not of trusted documents. */
    static final int MOST_STRANGERS = 100;

    private static final Set<String> RESERVED = Set.of(ANONYMOUS, UNKNOWN, OTHER);

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private volatile int strangers;

    /** A name for people to read, which is not longer than a line can bear. */
    static String readable(String name) {
        return name == null ? ANONYMOUS : name.length() > LONGEST || RESERVED.contains(name) ? OTHER : name;
    }

    /**
     * The name to count an operation under.
     *
     * @param readable a name that {@link #readable} gave, or {@link #UNKNOWN}
     * @param trusted whether it is that of a trusted document
     */
    String label(String readable, boolean trusted) {
        if (names.contains(readable) || RESERVED.contains(readable)) {
            return readable;
        }
        if (!trusted && strangers >= MOST_STRANGERS) {
            return OTHER;
        }
        return add(readable, trusted);
    }

    private synchronized String add(String name, boolean trusted) {
        if (!trusted && !names.contains(name)) {
            if (strangers >= MOST_STRANGERS) {
                return OTHER;
            }
            strangers++;
        }
        names.add(name);
        return name;
    }
}
