package org.bluehelmets.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.microprofile.config.Config;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running service how it is: for containers, which have no other program that could. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Asks the service on this machine whether it is ready, at the address that its settings name.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:it is ready", "1:it is not, or nobody answers", "2:bad usage"})
public class HealthCommand implements Callable<Integer> {

    private static final int PATIENCE_MILLIS = 2000;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where it listens; without it, what its settings say (quarkus.http.port, or 8080).")
    Integer port;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The address to ask, where the settings of this process are not those of the service.")
    URI url;

    @Spec
    CommandSpec spec;

    private final Config config;

    public HealthCommand() {
        this(null);
    }

    /** @param config the settings; null for those of this process */
    HealthCommand(Config config) {
        this.config = config;
    }

    @Override
    public Integer call() {
        String problem = "nobody was asked";
        try {
            for (URI each : addresses()) {
                try {
                    int status = status(each);
                    if (status == HttpURLConnection.HTTP_OK) {
                        return 0;
                    }
                    problem = each + " answered " + status;
                } catch (IOException e) {
                    problem = each + ": " + e.getMessage();
                }
            }
        } catch (IllegalStateException e) {
            problem = e.getMessage();
        } catch (IOException e) {
            problem = "the settings cannot be read: " + e.getMessage();
        }
        spec.commandLine().getErr().println("not ready: " + problem);
        return 1;
    }

    private List<URI> addresses() throws IOException {
        if (url != null) {
            return List.of(url);
        }
        return new ServiceAddress(config == null ? ServiceAddress.settings() : config)
                .ofReadiness(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            trust(secure);
        }
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        // elsewhere somebody else might answer
        connection.setInstanceFollowRedirects(false);
        return connection.getResponseCode();
    }

    /**
     * Takes any certificate: it is made out for the name that clients know the service by, not for this machine's own, and
     * nothing is sent or learned that would be worth protecting.
     */
    private static void trust(HttpsURLConnection connection) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            connection.setSSLSocketFactory(context.getSocketFactory());
            connection.setHostnameVerifier((host, session) -> true);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS is not available", e);
        }
    }

    private static final class AnyCertificate implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // there are no clients
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // whatever it is
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
