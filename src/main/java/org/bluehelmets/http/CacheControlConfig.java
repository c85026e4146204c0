package org.bluehelmets.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long browsers and proxies may cache responses. */
@ConfigMapping(prefix = "bluehelmets.http")
public interface CacheControlConfig {

    /** The {@code Cache-Control} header of responses without errors to queries by GET. */
    @WithDefault("public, max-age=60")
    String cacheControl();
}
