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
 * A file to import, opened.
 *
 * @param size its bytes; -1 where nobody knows
 */
public record InputFile(InputStream content, long size) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Opens a path, an http or https URL, or, for {@code -}, the standard input.
     *
     * @throws UnreadableFileException where there is nothing to read
     */
    public static InputFile open(String location) throws UnreadableFileException, InterruptedException {
        try {
            if (location.equals("-")) {
                return new InputFile(System.in, -1);
            }
            return location.matches("(?i)https?://.*") ? fetch(location) : file(Path.of(location));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "cannot be read: " + (e.getMessage() == null ? "nobody answers there" : e.getMessage()), e);
        }
    }

    private static InputFile file(Path path) throws IOException, UnreadableFileException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UnreadableFileException(
                    Files.exists(path) ? "is no file that can be read" : "there is no such file");
        }
        return new InputFile(Files.newInputStream(path), Files.size(path));
    }

    private static InputFile fetch(String url) throws IOException, InterruptedException, UnreadableFileException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new UnreadableFileException("the server answered " + response.statusCode());
        }
        return new InputFile(
                response.body(),
                response.headers().firstValueAsLong("Content-Length").orElse(-1));
    }
}
