package org.bluehelmets.security;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Who may write, on a single machine. With nothing configured nobody may. */
@ConfigMapping(prefix = "bluehelmets.editor")
public interface EditorConfig {

    /** The token that an editor sends as {@code Authorization: Bearer}. */
    Optional<String> token();

    /** A file that holds the token, such as a mounted secret. */
    Optional<Path> tokenFile();
}
