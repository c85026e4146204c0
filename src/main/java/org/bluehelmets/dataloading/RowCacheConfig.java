package org.bluehelmets.dataloading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of {@link RowCache}. */
@ConfigMapping(prefix = "bluehelmets.row-cache")
public interface RowCacheConfig {

    /** Maximum number of cached rows, about 500 bytes each. 0 disables the cache. */
    @WithDefault("100000")
    long maxRows();
}
