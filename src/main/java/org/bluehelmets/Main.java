package org.bluehelmets;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.util.ExceptionUtil;
import java.util.Locale;
import java.util.Map;
import org.bluehelmets.cli.Commands;
import org.bluehelmets.http.RequestNormalizer;

/** Starts the service or runs a command. On a failure, prints what to do, or the stack trace of an unknown failure. */
@QuarkusMain
// Tests of the executable open its database with AUTO_SERVER=TRUE: H2 calls this class by SQL.
@RegisterForReflection(classNames = "org.h2.server.TcpServer")
public class Main {

    /** Settings of commands: no HTTP server, and standard output only for results. */
    private static final Map<String, String> COMMAND_SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.level", "WARN");

    public static void main(String... args) {
        // Before the server is created.
        System.setProperty(RequestNormalizer.LENIENT, "true");
        // Libraries use the default locale, too. All messages are in English.
        Locale.setDefault(Locale.ROOT);
        if (args.length > 0) {
            int status = Commands.check(args);
            if (status >= 0) {
                System.exit(status);
            }
            COMMAND_SETTINGS.forEach((name, value) -> {
                String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
                if (System.getProperty(name) == null && System.getenv(variable) == null) {
                    System.setProperty(name, value);
                }
            });
            run(Commands.class, args);
        } else {
            run(null, args);
        }
    }

    private static void run(Class<? extends QuarkusApplication> application, String... args) {
        Quarkus.run(
                application,
                (exitCode, failure) -> {
                    if (failure != null) {
                        // The log is closed.
                        System.err.println(StartFailure.advice(failure)
                                .orElseGet(() ->
                                        "The service did not start: " + ExceptionUtil.generateStackTrace(failure)));
                    }
                    System.exit(exitCode);
                },
                args);
    }
}
