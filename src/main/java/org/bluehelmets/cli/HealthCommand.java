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

/** Queries the readiness of a running service, for container images without a shell or an HTTP client. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = "Checks whether the service on this machine is ready. Derives its address from the settings.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the service is ready",
            "1:the service is not ready or does not respond",
            "2:invalid arguments"
        })
public class HealthCommand implements Callable<Integer> {

    private static final int TIMEOUT_MILLIS = 2000;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port of the service (default: quarkus.http.port, or 8080).")
    Integer port;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The URL of the readiness check, if the settings of this process differ from those of the service.")
    URI url;

    @Spec
    CommandSpec spec;

    private final Config config;

    public HealthCommand() {
        this(null);
    }

    /** @param config the settings of the service; null for those of this process */
    HealthCommand(Config config) {
        this.config = config;
    }

    @Override
    public Integer call() {
        String problem = "no address is known";
        try {
            for (URI address : addresses()) {
                try {
                    int status = status(address);
                    if (status == HttpURLConnection.HTTP_OK) {
                        return 0;
                    }
                    problem = address + " responded with status " + status;
                } catch (IOException e) {
                    problem = address + ": " + e.getMessage();
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
                .readinessUrls(port == null ? OptionalInt.empty() : OptionalInt.of(port));
    }

    private static int status(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure) {
            trustAnyCertificate(secure);
        }
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        // a redirect may lead to another service
        connection.setInstanceFollowRedirects(false);
        return connection.getResponseCode();
    }

    /**
     * Accepts any certificate. The certificate is for the public host name of the service, not for the local address, and the
     * check transfers no sensitive data.
     */
    private static void trustAnyCertificate(HttpsURLConnection connection) throws IOException {
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
            // not used by clients
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // accept any certificate
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
