package org.bluehelmets.observability;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Limits the values of the metric label {@code operation}. Clients choose the names of operations, and each label value
 * needs memory here and in Prometheus. Names in trusted documents are unlimited; of the others, the first ones count.
 */
@ApplicationScoped
class OperationLabelLimiter {

    /** An operation without a name. */
    static final String ANONYMOUS = "anonymous";

    /** A request that was rejected before its operation was known. */
    static final String UNKNOWN = "unknown";

    /** All names beyond the limit. */
    static final String OTHER = "other";

    /** In characters. */
    static final int MAX_LENGTH = 64;

    /** The limit of names that are not in trusted documents. */
    static final int MAX_UNTRUSTED = 100;

    private static final Set<String> RESERVED = Set.of(ANONYMOUS, UNKNOWN, OTHER);

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private volatile int untrusted;

    /** The name for logs and traces: names that are too long or reserved become {@link #OTHER}. */
    static String sanitize(String name) {
        return name == null ? ANONYMOUS : name.length() > MAX_LENGTH || RESERVED.contains(name) ? OTHER : name;
    }

    /**
     * The label of an operation.
     *
     * @param name a result of {@link #sanitize}, or {@link #UNKNOWN}
     * @param trusted whether the operation is in a trusted document
     */
    String label(String name, boolean trusted) {
        if (names.contains(name) || RESERVED.contains(name)) {
            return name;
        }
        if (!trusted && untrusted >= MAX_UNTRUSTED) {
            return OTHER;
        }
        return add(name, trusted);
    }

    private synchronized String add(String name, boolean trusted) {
        if (!trusted && !names.contains(name)) {
            if (untrusted >= MAX_UNTRUSTED) {
                return OTHER;
            }
            untrusted++;
        }
        names.add(name);
        return name;
    }
}
