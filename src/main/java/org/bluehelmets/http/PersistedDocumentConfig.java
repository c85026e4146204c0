package org.bluehelmets.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of {@link PersistedDocumentStore}. */
@ConfigMapping(prefix = "bluehelmets.documents")
public interface PersistedDocumentConfig {

    /** The directory of trusted documents, in files named {@code *.graphql}. */
    Optional<Path> directory();

    /** Whether to reject all other documents. */
    @WithDefault("false")
    boolean trustedOnly();
}
