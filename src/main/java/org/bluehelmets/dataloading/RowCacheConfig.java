package org.bluehelmets.dataloading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How data is read. */
@ConfigMapping(prefix = "bluehelmets.reading")
public interface RowCacheConfig {

    /** How many rows that were read are remembered until data changes, some 500 bytes each; 0 for none. */
    @WithDefault("100000")
    long remembered();
}
