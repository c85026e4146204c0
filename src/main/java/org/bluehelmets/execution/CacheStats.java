package org.bluehelmets.execution;

import java.util.concurrent.atomic.LongAdder;

/** How often something was found where it is kept, and how often not, since the start of the process. */
public final class CacheStats {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /** Counts one; may be called by any thread. */
    public void count(boolean found) {
        (found ? hits : misses).increment();
    }

    public long hits() {
        return hits.sum();
    }

    public long misses() {
        return misses.sum();
    }
}
