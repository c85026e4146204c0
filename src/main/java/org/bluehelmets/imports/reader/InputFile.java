package org.bluehelmets.imports.reader;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An open file to import.
 *
 * @param size the size in bytes; -1 if unknown
 */
public record InputFile(InputStream content, long size) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * Opens a path, an http or https URL, or, for {@code -}, the standard input.
     *
     * @throws UnreadableFileException if the location cannot be read
     */
    public static InputFile open(String location) throws UnreadableFileException, InterruptedException {
        try {
            if (location.equals("-")) {
                return new InputFile(System.in, -1);
            }
            return location.matches("(?i)https?://.*") ? fetch(location) : file(Path.of(location));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "cannot be read: " + (e.getMessage() == null ? "the connection failed" : e.getMessage()), e);
        }
    }

    private static InputFile file(Path path) throws IOException, UnreadableFileException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UnreadableFileException(
                    Files.exists(path) ? "is a directory or cannot be read" : "the file does not exist");
        }
        return new InputFile(Files.newInputStream(path), Files.size(path));
    }

    private static InputFile fetch(String url) throws IOException, InterruptedException, UnreadableFileException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(TIMEOUT)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new UnreadableFileException("the server responded with status " + response.statusCode());
        }
        return new InputFile(
                response.body(),
                response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }
}
