package org.bluehelmets.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Which documents are executed. */
@ConfigMapping(prefix = "bluehelmets.documents")
public interface PersistedDocumentConfig {

    /** A directory of trusted documents, in files that end in {@code .graphql}. */
    Optional<Path> directory();

    /** Whether only these are executed. */
    @WithDefault("false")
    boolean only();
}
