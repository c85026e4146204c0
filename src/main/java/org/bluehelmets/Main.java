package org.bluehelmets;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.jboss.logging.Logger;

/** Starts the service; where that fails, the last line of the log says what to do. */
@QuarkusMain
public class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);

    public static void main(String... args) {
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    if (failure != null) {
                        StartFailure.advice(failure).ifPresent(LOG::fatal);
                    }
                    System.exit(exitCode);
                },
                args);
    }
}
