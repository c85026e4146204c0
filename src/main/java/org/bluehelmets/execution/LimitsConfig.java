package org.bluehelmets.execution;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * What a request may ask for. The defaults lie far above what front ends need (StoredOperationsTest) and below what hurts
 * (LimitsTest); docs/limits.md explains each.
 */
@ConfigMapping(prefix = "bluehelmets.limits")
public interface LimitsConfig {

    /** Of an HTTP body, decompressed. */
    @WithDefault("1M")
    MemorySize bodySize();

    /** Characters of an address, with its query. */
    @WithDefault("16384")
    int addressSize();

    /** Characters of a document. */
    @WithDefault("100000")
    int characters();

    /** Words and signs of a document, comments and blanks left out. */
    @WithDefault("10000")
    int tokens();

    /** Fields within fields of an operation, with what fragments bring. */
    @WithDefault("15")
    int depth();

    /** Fields within fields below {@code __schema} and {@code __type}. Introspection queries of tools have up to 16. */
    @WithDefault("20")
    int introspectionDepth();

    /** Fields of a document's operations, with what fragments bring, each as often as it is written. */
    @WithDefault("400")
    int fields();

    /** Fields with an alias, with what fragments bring. */
    @WithDefault("50")
    int aliases();

    /** Fragments of a document. */
    @WithDefault("200")
    int fragments();

    /** Directives at one place of a document. */
    @WithDefault("5")
    int directives();

    /** Values that an answer may have at most, as {@link QueryComplexity} estimates it before anything is executed. */
    @WithDefault("200000")
    int cost();

    /** From the arrival of a request to the end of its execution. */
    @WithDefault("10s")
    Duration time();

    /** Requests that wait for a thread; those beyond are turned away. */
    @WithDefault("256")
    int queue();

    /** Subscriptions that are under way. */
    @WithDefault("1000")
    int subscriptions();

    /** Characters of a subscription's document, and of the message that it comes in: they are kept as long as it lasts. */
    @WithDefault("5000")
    int subscriptionSize();

    /** Operations that are under way on one WebSocket connection, subscriptions among them. */
    @WithDefault("50")
    int operationsPerConnection();

    /** Changes that wait until a subscriber has taken those before. */
    @WithDefault("100")
    int unsentChanges();

    /** How long a WebSocket connection with subscriptions may be silent, though it is asked for a sign of life. */
    @WithDefault("30s")
    Duration silence();

    /** Whether clients may ask for the schema. */
    @WithDefault("true")
    boolean introspection();
}
