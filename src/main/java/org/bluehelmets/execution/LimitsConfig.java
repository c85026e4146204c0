package org.bluehelmets.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * The limits of a request. {@code QueryComplexityTest} checks that the operations of front ends stay far below the defaults,
 * {@code LimitsTest} that requests above them are rejected. See {@code docs/limits.md}.
 */
@ConfigMapping(prefix = "bluehelmets.limits")
public interface LimitsConfig {

    /** Maximum size of an HTTP request body, decompressed. */
    @WithDefault("1M")
    MemorySize bodySize();

    /** Maximum length of a request URL with its query string, in characters. */
    @WithDefault("16384")
    int urlLength();

    /** Maximum length of a document, in characters. */
    @WithDefault("100000")
    int characters();

    /** Maximum number of tokens in a document, without comments and whitespace. */
    @WithDefault("10000")
    int tokens();

    /** Maximum depth of nested fields, fragments included. */
    @WithDefault("15")
    int depth();

    /** Maximum depth below {@code __schema} and {@code __type}. Introspection queries of common tools use up to 16. */
    @WithDefault("20")
    int introspectionDepth();

    /** Maximum number of fields in a document. A fragment counts each time it is spread. */
    @WithDefault("400")
    int fields();

    /** Maximum number of aliased fields, fragments included. */
    @WithDefault("50")
    int aliases();

    /** Maximum number of fragment definitions in a document. */
    @WithDefault("200")
    int fragments();

    /** Maximum number of directives at one location of a document. */
    @WithDefault("5")
    int directives();

    /** Maximum number of values in a response, as {@link QueryComplexity} estimates it before execution. */
    @WithDefault("200000")
    int cost();

    /** Maximum time from the arrival of a request to the end of its execution. */
    @WithDefault("10s")
    Duration timeout();

    /** Maximum number of requests that wait for a thread. */
    @WithDefault("256")
    int maxQueued();

    /** Maximum number of active subscriptions. */
    @WithDefault("1000")
    int subscriptions();

    /**
     * Maximum length of a subscription's document and of the message that contains it, in characters. Both stay in memory
     * until the subscription ends.
     */
    @WithDefault("5000")
    int subscriptionSize();

    /** Maximum number of active operations of a WebSocket connection, subscriptions included. */
    @WithDefault("50")
    int operationsPerConnection();

    /** Maximum number of events that wait for a slow subscriber. */
    @WithDefault("100")
    int subscriptionBuffer();

    /** Interval of WebSocket pings. A connection that has not answered the previous ping is closed. */
    @WithDefault("30s")
    Duration pingTimeout();

    /** Whether clients may query the schema. */
    @WithDefault("true")
    boolean introspection();
}
