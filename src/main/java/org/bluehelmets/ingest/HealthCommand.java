package org.bluehelmets.ingest;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running service how it is: for containers, which have no other program that could. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks the service on this machine whether it is ready.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it is ready", "1:it is not, or nobody answers", "2:bad usage"})
public class HealthCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 2000;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens; without it, what QUARKUS_HTTP_PORT says, or 8080.",
            defaultValue = "${sys:quarkus.http.port:-${env:QUARKUS_HTTP_PORT:-8080}}")
    int port;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        try {
            URL url = URI.create("http://127.0.0.1:" + port + "/q/health/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                spec.commandLine().getErr().println("not ready: " + url + " answered " + status);
            }
            return status == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("not ready: " + e.getMessage());
            return 1;
        }
    }
}
