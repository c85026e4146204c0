package org.bluehelmets.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.bluehelmets.execution.CacheStats;
import org.bluehelmets.execution.ConfigurationException;
import org.bluehelmets.execution.ErrorCode;
import org.bluehelmets.execution.LimitsConfig;
import org.bluehelmets.execution.RequestError;
import org.bluehelmets.observability.RequestMetrics;

/**
 * Documents that clients name by their SHA-256 instead of sending them: those of a directory that is trusted, and those
 * that clients have sent before by Apollo's protocol for automatic persisted queries.
 */
@Startup
@ApplicationScoped
public class PersistedDocumentStore {

    /** Characters of all documents that clients have left here. The least used go first. */
    private static final long MOST_CHARACTERS = 10_000_000;

    private static final String ENDING = ".graphql";
    private static final String ID_PREFIX = "sha256:";

    /**
     * A document that was found.
     *
     * @param trusted whether it is one of the directory's, however it was named or sent
     */
    public record Found(String text, boolean trusted) {}

    /** A document that is not executed; the error goes to the client. */
    public static class Refused extends Exception {
        public final transient RequestError refusal;

        public Refused(int status, String message, String code) {
            super(message, null, false, false);
            refusal = RequestError.of(status, code, message);
        }
    }

    private final Map<String, String> trusted;
    private final Set<String> trustedTexts;
    private final boolean only;
    private final int longest;
    private final Cache<String, String> left = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String hash, String document) -> hash.length() + document.length())
            .executor(Runnable::run)
            .build();

    private final CacheStats lookups = new CacheStats();

    PersistedDocumentStore(PersistedDocumentConfig documents, LimitsConfig limits, RequestMetrics metrics) {
        longest = limits.characters();
        metrics.documents("persisted", () -> lookups);
        only = documents.trustedOnly();
        if (only && documents.directory().isEmpty()) {
            throw new ConfigurationException(
                    "Only trusted documents are to be executed, but there are none. Set bluehelmets.documents.directory.",
                    null);
        }
        trusted = documents.directory().map(PersistedDocumentStore::read).orElse(Map.of());
        trustedTexts = Set.copyOf(trusted.values());
    }

    private static Map<String, String> read(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            Map<String, String> documents = new HashMap<>();
            List<Path> found = files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .toList();
            for (Path file : found) {
                String document = Files.readString(file);
                documents.put(sha256(document), document);
            }
            Log.infof("%s trusted documents from %s", documents.size(), directory);
            return Map.copyOf(documents);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The trusted documents cannot be read from " + directory
                            + ". Make them readable, in UTF-8, or set bluehelmets.documents.directory to another.",
                    e);
        }
    }

    /**
     * The document that a request means.
     *
     * @throws Refused where it is not known, not what its hash says, or not trusted where only those are
     */
    public Found document(RequestParameters request) throws Refused {
        if (request.documentId() != null) {
            return byId(request.documentId());
        }
        String hash = request.sha256() == null ? null : request.sha256().toLowerCase(Locale.ROOT);
        String sent = request.query();
        if (sent == null) {
            return byHash(hash);
        }
        if (hash != null && !hash.equals(sha256(sent))) {
            throw new Refused(400, "the sha256Hash is not that of the query", ErrorCode.BAD_REQUEST);
        }
        boolean isTrusted = trustedTexts.contains(sent);
        if (only && !isTrusted) {
            throw notTrusted();
        }
        // what is too long to be executed need not be found again
        if (hash != null && !isTrusted && sent.length() <= longest) {
            left.put(hash, sent);
        }
        return new Found(sent, isTrusted);
    }

    private Found byId(String id) throws Refused {
        String document = id.startsWith(ID_PREFIX) ? trusted.get(id.substring(ID_PREFIX.length())) : null;
        lookups.count(document != null);
        if (document == null) {
            throw new Refused(
                    400,
                    "there is no trusted document with this id; an id is " + ID_PREFIX + " and 64 hexadecimal digits",
                    ErrorCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return new Found(document, true);
    }

    private Found byHash(String hash) throws Refused {
        String known = trusted.get(hash);
        String document = known == null && !only ? left.getIfPresent(hash) : known;
        lookups.count(document != null);
        if (document == null && only) {
            throw notTrusted();
        }
        if (document == null) {
            // the message is the one that clients look for
            throw new Refused(200, "PersistedQueryNotFound", ErrorCode.PERSISTED_QUERY_NOT_FOUND);
        }
        return new Found(document, known != null);
    }

    private static Refused notTrusted() {
        return new Refused(
                403, "only documents that were registered are executed here", ErrorCode.DOCUMENT_NOT_TRUSTED);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
