package org.bluehelmets.dataloading;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * Caches rows across requests, by version of the data ({@link org.bluehelmets.database.DataVersion}). A query uses only rows
 * of the version that it sees.
 *
 * <p>Threads share the cached values, which must not be modified.
 */
@ApplicationScoped
class RowCache {

    /** The weight in rows of a value that is not a list, such as a ranking of all nations. */
    private static final int OBJECT_WEIGHT = 100;

    /** The number of characters of a key that weigh as much as a row. Keys contain filters and cursors of clients. */
    private static final int KEY_CHARACTERS_PER_ROW = 200;

    private record Key(String version, String loader, Object key) {}

    private final Cache<Key, Object> cache;

    RowCache(RowCacheConfig config, MeterRegistry registry) {
        cache = Caffeine.newBuilder()
                .maximumWeight(config.maxRows())
                .weigher(RowCache::weight)
                .executor(Runnable::run)
                .recordStats()
                .build();
        CaffeineCacheMetrics.monitor(registry, cache, "rows");
    }

    private static int weight(Key key, Object value) {
        int rows = value instanceof Collection<?> list ? list.size() : OBJECT_WEIGHT;
        return 1 + rows + String.valueOf(key.key).length() / KEY_CHARACTERS_PER_ROW;
    }

    /**
     * Returns a cached value; null if there is none.
     *
     * @param version null in a mutation, which does not use the cache
     * @param loader the name of the data loader, in which keys are unique
     */
    @SuppressWarnings("unchecked")
    <V> V get(String version, String loader, Object key) {
        return version == null ? null : (V) cache.getIfPresent(new Key(version, loader, key));
    }

    /** @param value null is not cached */
    void put(String version, String loader, Object key, Object value) {
        if (version != null && value != null) {
            cache.put(new Key(version, loader, key), value);
        }
    }
}
