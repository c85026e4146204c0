package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.ConcurrentStatsCounter;
import com.github.benmanes.caffeine.cache.stats.StatsCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bluehelmets.execution.ConfigurationException;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.RequestError;

/**
 * The documents that clients can reference by their SHA-256 hash: trusted documents from a directory, and automatic
 * persisted queries (APQ) that clients have registered. APQ entries are kept in memory.
 *
 * @see <a href="https://www.apollographql.com/docs/apollo-server/performance/apq">Automatic persisted queries</a>
 */
@Startup
@ApplicationScoped
public class PersistedDocumentStore {

    /** The limit for all automatic persisted queries together. */
    private static final long MAX_CHARACTERS = 10_000_000;

    private static final String EXTENSION = ".graphql";
    private static final String ID_PREFIX = "sha256:";

    /** @param trusted whether the document is in the directory, whether the client sent its text or its hash */
    public record Document(String text, boolean trusted) {}

    /** The document is unknown or not allowed. */
    public static class RejectedException extends Exception {
        private final transient RequestError error;

        RejectedException(int status, String message, String code) {
            super(message, null, false, false);
            error = RequestError.of(status, code, message);
        }

        public RequestError error() {
            return error;
        }
    }

    private final Map<String, String> trusted;
    private final Set<String> trustedTexts;
    private final boolean trustedOnly;
    private final int maxCharacters;

    /** Counts lookups in the cache and among the trusted documents. */
    private final StatsCounter stats = new ConcurrentStatsCounter();

    private final Cache<String, String> registered = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String hash, String document) -> hash.length() + document.length())
            .executor(Runnable::run)
            .recordStats(() -> stats)
            .build();

    PersistedDocumentStore(PersistedDocumentConfig documents, LimitsConfig limits, MeterRegistry registry) {
        maxCharacters = limits.characters();
        CaffeineCacheMetrics.monitor(registry, registered, "persisted-documents");
        trustedOnly = documents.trustedOnly();
        if (trustedOnly && documents.directory().isEmpty()) {
            throw new ConfigurationException(
                    "bluehelmets.documents.trusted-only is true, but there are no trusted documents. Set bluehelmets.documents.directory.",
                    null);
        }
        trusted = documents.directory().map(PersistedDocumentStore::read).orElse(Map.of());
        trustedTexts = Set.copyOf(trusted.values());
    }

    private static Map<String, String> read(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            Map<String, String> documents = new HashMap<>();
            List<Path> found = files.filter(file -> file.toString().endsWith(EXTENSION) && Files.isRegularFile(file))
                    .toList();
            for (Path file : found) {
                String document = Files.readString(file);
                documents.put(sha256(document), document);
            }
            Log.infof("Loaded %s trusted documents from %s", documents.size(), directory);
            return Map.copyOf(documents);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "Could not read trusted documents from " + directory
                            + ". Check that bluehelmets.documents.directory is readable and its files are in UTF-8.",
                    e);
        }
    }

    /**
     * Finds the document of a request, and registers it if the client sent both its text and its hash.
     *
     * @throws RejectedException if the document is unknown, does not match its hash, or must be trusted but is not
     */
    public Document resolve(RequestParameters request) throws RejectedException {
        if (request.documentId() != null) {
            return byId(request.documentId());
        }
        String hash = request.sha256() == null ? null : request.sha256().toLowerCase(Locale.ROOT);
        String sent = request.query();
        if (sent == null) {
            return byHash(hash);
        }
        if (hash != null && !hash.equals(sha256(sent))) {
            throw new RejectedException(
                    400, "sha256Hash must be the SHA-256 hash of query, but is not", ErrorCode.BAD_REQUEST);
        }
        boolean isTrusted = trustedTexts.contains(sent);
        if (trustedOnly && !isTrusted) {
            throw notTrusted();
        }
        // a document above the limit cannot be executed
        if (hash != null && !isTrusted && sent.length() <= maxCharacters) {
            registered.put(hash, sent);
        }
        return new Document(sent, isTrusted);
    }

    private Document byId(String id) throws RejectedException {
        String document = id.startsWith(ID_PREFIX) ? trusted.get(id.substring(ID_PREFIX.length())) : null;
        countLookup(document != null);
        if (document == null) {
            throw new RejectedException(
                    400,
                    "Unknown documentId; it must be " + ID_PREFIX
                            + " and the 64 hexadecimal digits of a trusted document's hash",
                    ErrorCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return new Document(document, true);
    }

    private Document byHash(String hash) throws RejectedException {
        String trustedText = trusted.get(hash);
        String text;
        if (trustedText == null && !trustedOnly) {
            text = registered.getIfPresent(hash);
        } else {
            text = trustedText;
            countLookup(text != null);
        }
        if (text == null && trustedOnly) {
            throw notTrusted();
        }
        if (text == null) {
            // APQ clients look for this message
            throw new RejectedException(200, "PersistedQueryNotFound", ErrorCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return new Document(text, trustedText != null);
    }

    /** Counts a lookup among the trusted documents only; the cache counts its own lookups. */
    private void countLookup(boolean hit) {
        if (hit) {
            stats.recordHits(1);
        } else {
            stats.recordMisses(1);
        }
    }

    private static RejectedException notTrusted() {
        return new RejectedException(403, "The server executes trusted documents only", ErrorCode.DOCUMENT_NOT_TRUSTED);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
