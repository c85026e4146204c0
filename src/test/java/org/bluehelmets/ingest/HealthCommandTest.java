package org.bluehelmets.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a container engine is told of the service. */
class HealthCommandTest {

    private final StringWriter err = new StringWriter();
    private HttpServer service;
    private int status;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void theStatusThatTheServiceAnswers(int answered, int exit) {
        status = answered;

        assertEquals(exit, health());
        assertEquals(exit != 0, err.toString().contains("answered " + answered));
    }

    @Test
    void nobodyAnswers() {
        service.stop(0);

        assertEquals(1, health());
        assertTrue(err.toString().startsWith("not ready: "), err.toString());
    }

    /** It is asked again and again: starting the application for it would not do. */
    @Test
    void nothingIsStartedForIt() {
        status = 200;

        assertEquals(
                0, Commands.check("health", "--port", "" + service.getAddress().getPort()));
    }

    private int health() {
        return new CommandLine(new HealthCommand())
                .setErr(new PrintWriter(err, true))
                .execute("--port", "" + service.getAddress().getPort());
    }
}
