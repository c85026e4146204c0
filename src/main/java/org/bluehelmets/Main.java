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

/** Starts the service, or runs a command; where that fails, it says what to do, or else shows where. */
@QuarkusMain
// for the tests of the executable, which join its database by AUTO_SERVER=TRUE: H2 calls this class by SQL
@RegisterForReflection(classNames = "org.h2.server.TcpServer")
public class Main {

    /** What a command needs not: it listens to nobody, and its standard output is for its results. */
    private static final Map<String, String> COMMAND_SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.level", "WARN");

    public static void main(String... args) {
        // before the server is there
        System.setProperty(RequestNormalizer.LENIENT, "true");
        // libraries format and compare by it, too; what people read of us is in English wherever they are
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
