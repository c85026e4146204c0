package org.bluehelmets;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;

/** Starts the service; where that fails, it says what to do, or else shows where. */
@QuarkusMain
public class Main {

    public static void main(String... args) {
        Quarkus.run(
                null,
                (exitCode, failure) -> {
                    if (failure != null) {
                        // the log is closed by now
                        System.err.println(StartFailure.advice(failure)
                                .orElseGet(() ->
                                        "The service did not start: " + ExceptionUtil.generateStackTrace(failure)));
                    }
                    System.exit(exitCode);
                },
                args);
    }
}
