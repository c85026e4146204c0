package org.bluehelmets.security;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The static token for editors. Without it and without an OpenID Connect provider, the service rejects all mutations. */
@ConfigMapping(prefix = "bluehelmets.editor")
public interface EditorConfig {

    /** The token that editors send as {@code Authorization: Bearer}, at least 16 characters. */
    Optional<String> token();

    /** A file that contains the token, such as a mounted secret. */
    Optional<Path> tokenFile();
}
