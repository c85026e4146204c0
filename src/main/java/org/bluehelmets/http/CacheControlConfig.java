package org.bluehelmets.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long others may keep answers. */
@ConfigMapping(prefix = "bluehelmets.cache")
public interface CacheControlConfig {

    /** The Cache-Control of answers without errors to queries that come by GET. */
    @WithDefault("public, max-age=60")
    String control();
}
