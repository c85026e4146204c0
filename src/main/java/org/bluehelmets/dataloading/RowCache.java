package org.bluehelmets.dataloading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * What was read of one state of the data, for queries that come after. Data changes seldom and is read often; what a
 * statement has found is found again by every query that sees the same version ({@link
 * org.bluehelmets.database.DataVersion}). A query that sees another version never finds it.
 *
 * <p>What is put here is shared by threads: nobody may change it.
 */
@ApplicationScoped
class RowCache {

    /** What an answer that is no list counts as, such as a ranking of all nations. */
    private static final int ROWS_OF_OTHERS = 100;

    /** Keys hold what clients have written in filters and cursors: so many characters of them count as a row. */
    private static final int CHARACTERS_OF_ROW = 200;

    private record Key(String version, String loader, Object key) {}

    private final Cache<Key, Object> known;

    RowCache(RowCacheConfig config, MeterRegistry registry) {
        known = Caffeine.newBuilder()
                .maximumWeight(config.maxRows())
                .weigher(RowCache::weight)
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, known, "rows");
    }

    private static int weight(Key key, Object value) {
        int rows = value instanceof Collection<?> list ? list.size() : ROWS_OF_OTHERS;
        return 1 + rows + String.valueOf(key.key).length() / CHARACTERS_OF_ROW;
    }

    /**
     * What was read; null where it is not remembered.
     *
     * @param version null where data is being changed, of which nothing is remembered
     * @param loader tells what the keys mean
     */
    @SuppressWarnings("unchecked")
    <V> V get(String version, String loader, Object key) {
        return version == null ? null : (V) known.getIfPresent(new Key(version, loader, key));
    }

    /** @param value null for what is not there, which is not remembered */
    void put(String version, String loader, Object key, Object value) {
        if (version != null && value != null) {
            known.put(new Key(version, loader, key), value);
        }
    }
}
