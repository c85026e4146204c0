package org.bluehelmets.dataloading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.bluehelmets.database.RequestTransaction;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;

/** The data loaders and memoized values of one request. They live as long as its transaction. */
public final class RequestCaches {

    private final DataLoaderRegistry dataLoaders = new DataLoaderRegistry();
    private final Map<Object, Object> memoized = new HashMap<>();
    private LocalDate today;

    private RequestCaches() {}

    public static RequestCaches of(RequestTransaction transaction) {
        return transaction.attachment(RequestCaches.class, RequestCaches::new);
    }

    public DataLoaderRegistry dataLoaders() {
        return dataLoaders;
    }

    /** Returns the current date, which stays the same during a request even if the request runs past midnight. */
    public LocalDate today(Clock clock) {
        if (today == null) {
            today = LocalDate.now(clock);
        }
        return today;
    }

    /** Returns the value of a key. Only the first call for a key computes it. */
    @SuppressWarnings("unchecked")
    <T> T memoize(Object key, Supplier<T> supplier) {
        // not computeIfAbsent, because the supplier may memoize other values
        if (!memoized.containsKey(key)) {
            memoized.put(key, supplier.get());
        }
        return (T) memoized.get(key);
    }

    /** Removes all rows and values. The current date stays. */
    public void clear() {
        memoized.clear();
        dataLoaders.getDataLoaders().forEach(DataLoader::clearAll);
    }
}
