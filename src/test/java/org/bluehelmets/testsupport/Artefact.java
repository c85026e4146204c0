package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Something that has been built and can be started as a process of its own: the native executable, or the jar.
 *
 * @param command without settings
 */
public record Artefact(String name, List<String> command) {

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("quarkus-app/quarkus-run.jar");
    private static final long PATIENCE_SECONDS = 60;

    /** A jar that was built elsewhere, run by this Java. */
    public static Artefact elsewhere(String name, Path app) {
        return jar(name, app.resolve("quarkus-run.jar"), thisJava(), compiler());
    }

    /** The one that was built last, which is the one that the integration tests are for. */
    public static Artefact underTest() {
        Properties built = new Properties();
        try (Reader reader = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
            built.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing has been built", e);
        }
        return built.getProperty("type").equals("native")
                ? new Artefact(
                        "native",
                        List.of(TARGET.resolve(built.getProperty("path")).toString()))
                : jar("jar", JAR, thisJava(), compiler());
    }

    public static Artefact jar(String java, String... options) {
        return jar("jar", JAR, java, List.of(options));
    }

    private static Artefact jar(String name, Path jar, String java, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return new Artefact(name, command);
    }

    private static String thisJava() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The compiler options of JVMs that integration tests start: they start many, for a short time each. */
    private static List<String> compiler() {
        String options = System.getProperty("test.compiler", "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    /** All that there are: the executable, the jar with its AOT cache, the jar; the jars run by the java given. */
    public static List<Artefact> all(String java) throws IOException {
        List<Artefact> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(TARGET)) {
            files.filter(file -> file.toString().endsWith("-runner"))
                    .findAny()
                    .ifPresent(file -> all.add(new Artefact("native", List.of(file.toString()))));
        }
        if (Files.exists(JAR)) {
            Path cache = JAR.resolveSibling("app.aot");
            if (Files.exists(cache)) {
                all.add(new Artefact(
                        "jar with AOT cache", jar(java, "-XX:AOTCache=" + cache, "-XX:AOTMode=on").command));
            }
            all.add(jar(java));
        }
        return all;
    }

    public boolean isNative() {
        return name.equals("native");
    }

    /** Starts the service with its database in a directory, and does not wait for it. */
    public Running start(Path data, String... settings) throws IOException {
        int port = freePort();
        List<String> withSettings = new ArrayList<>(command);
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("-Dquarkus.http.port=" + port);
        all.add("-Dbluehelmets.data.directory=" + data.toAbsolutePath());
        withSettings.addAll(1, all);
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process process = new ProcessBuilder(withSettings)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Running(process, port, log);
    }

    /** Runs a command of the command line to its end, and answers its exit status. */
    public int run(Path data, String... arguments) throws IOException, InterruptedException {
        return run(data, List.of(), arguments);
    }

    /** The same, with settings. */
    public int run(Path data, List<String> settings, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(1, settings);
        all.add(1, "-Dbluehelmets.data.directory=" + data.toAbsolutePath());
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all).inheritIO().start().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A process that was started. Closing it kills it. */
    public record Running(Process process, int port, Path log) implements AutoCloseable {

        /**
         * The first answer with status 200, whole, from asking again and again.
         *
         * @throws IllegalStateException with the log, where there is none
         */
        public String firstAnswer(byte[] request) throws IOException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (process.isAlive() && System.nanoTime() < deadline) {
                try {
                    String answer = ask(request);
                    if (answer.startsWith("HTTP/1.1 200")) {
                        return answer;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(300));
                }
            }
            throw new IllegalStateException("no answer; the log:\n" + Files.readString(log));
        }

        /** Sends bytes over a connection of its own, and answers what comes until it ends. */
        public String ask(byte[] request) throws IOException {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.getOutputStream().write(request);
                ByteArrayOutputStream answer = new ByteArrayOutputStream();
                socket.getInputStream().transferTo(answer);
                return answer.toString(UTF_8);
            }
        }

        public void awaitReady() throws IOException {
            firstAnswer(request("GET", "/q/health/ready", ""));
        }

        /** The bytes of the process that are in memory. */
        public long residentBytes() throws IOException {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
                String line = lines.filter(each -> each.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow();
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }

        /** Tells the process to end, and answers how many milliseconds it took. */
        public double terminate() throws InterruptedException {
            long told = System.nanoTime();
            process.destroy();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the process does not end");
            }
            return (System.nanoTime() - told) / 1e6;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** A request after whose answer the connection ends. */
    public static byte[] request(String method, String path, String body, String... headers) {
        byte[] content = body.getBytes(UTF_8);
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n")
                .append("Connection: close\r\nContent-Length: " + content.length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        request.writeBytes(content);
        return request.toByteArray();
    }
}
