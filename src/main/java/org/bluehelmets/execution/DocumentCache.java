package org.bluehelmets.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import java.util.Locale;

/** Parses, measures and validates documents, and caches the results by text. */
final class DocumentCache {

    /** The total length of cached texts. The cache takes about 40 bytes per character. */
    private static final long MAX_CHARACTERS = 500_000;

    /** Maximum depth of grammar rules. A nested list or object takes about four. */
    private static final int MAX_RULE_DEPTH = 500;

    /**
     * A parsed and validated document.
     *
     * @param document null if it has syntax errors or exceeds a limit of the parser
     * @param errors empty if the document can be executed
     */
    record PreparedDocument(Document document, List<GraphQLError> errors) {}

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ParserOptions options;
    private final Cache<String, PreparedDocument> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String text, PreparedDocument document) -> text.length())
            // maintenance on the calling thread, without a pool
            .executor(Runnable::run)
            .recordStats()
            .build();

    DocumentCache(GraphQLSchema schema, LimitsConfig limits, MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, cache, "documents");
        this.schema = schema;
        this.limits = limits;
        options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .readerTrackData(false)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                // limited by characters, as each has at least one
                .maxWhitespaceTokens(limits.characters())
                .maxRuleDepth(MAX_RULE_DEPTH)
                .build();
    }

    PreparedDocument prepare(String text) {
        LimitCheck characters = new LimitCheck("characters", limits.characters(), text.length());
        if (characters.isExceeded()) {
            return new PreparedDocument(null, List.of(characters.error()));
        }
        PreparedDocument cached = cache.getIfPresent(text);
        if (cached == null) {
            cached = parseAndValidate(text);
            cache.put(text, cached);
        }
        return cached;
    }

    private PreparedDocument parseAndValidate(String text) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(options)
                    .locale(Locale.ROOT)
                    .build());
        } catch (ParseCancelledTooDeepException e) {
            // the parser stops at the first rule above the limit
            return new PreparedDocument(
                    null, List.of(new LimitCheck("nesting", MAX_RULE_DEPTH, MAX_RULE_DEPTH + 1L).error()));
        } catch (ParseCancelledException e) {
            // the parser stops at the first token above the limit
            return new PreparedDocument(
                    null, List.of(new LimitCheck("tokens", limits.tokens(), limits.tokens() + 1L).error()));
        } catch (InvalidSyntaxException e) {
            return new PreparedDocument(null, List.of(ErrorMapper.toCoded(e.toInvalidSyntaxError())));
        }
        List<? extends GraphQLError> errors = DocumentAnalyzer.findExceededLimits(document, limits);
        if (errors.isEmpty()) {
            errors = SubscriptionValidator.validate(document);
        }
        if (errors.isEmpty()) {
            errors = ParseAndValidate.validate(schema, document, Locale.ROOT);
        }
        return new PreparedDocument(
                document, errors.stream().map(ErrorMapper::toCoded).toList());
    }
}
