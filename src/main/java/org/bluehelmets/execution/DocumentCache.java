package org.bluehelmets.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Parses, measures and validates documents, and caches the results by text. */
final class DocumentCache {

    /** The total length of cached texts. The cache takes about 40 bytes per character. */
    private static final long MAX_CHARACTERS = 500_000;

    /** Depth of grammar rules. A nested list or object takes about four. */
    private static final int MAX_NESTING = 500;

    /**
     * A parsed and validated document.
     *
     * @param document null if it has syntax errors or exceeds a limit of the parser
     * @param errors empty if the document can be executed
     */
    record Prepared(Document document, List<GraphQLError> errors) {}

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ParserOptions options;
    private final Cache<String, Prepared> prepared = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String text, Prepared document) -> text.length())
            // maintenance on the calling thread, without a pool
            .executor(Runnable::run)
            .recordStats()
            .build();

    DocumentCache(GraphQLSchema schema, LimitsConfig limits, MeterRegistry registry) {
        CaffeineCacheMetrics.monitor(registry, prepared, "documents");
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
                .maxRuleDepth(MAX_NESTING)
                .build();
    }

    Prepared prepare(String text) {
        LimitCheck characters = new LimitCheck("characters", limits.characters(), text.length());
        if (characters.isExceeded()) {
            return new Prepared(null, List.of(characters.error()));
        }
        Prepared known = prepared.getIfPresent(text);
        if (known == null) {
            known = read(text);
            prepared.put(text, known);
        }
        return known;
    }

    private Prepared read(String text) {
        Document document;
        try {
            document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(options)
                    .locale(Locale.ROOT)
                    .build());
        } catch (ParseCancelledTooDeepException e) {
            // the parser stops at the first rule above the limit
            return new Prepared(null, List.of(new LimitCheck("nesting", MAX_NESTING, MAX_NESTING + 1L).error()));
        } catch (ParseCancelledException e) {
            // the parser stops at the first token above the limit
            return new Prepared(null, List.of(new LimitCheck("tokens", limits.tokens(), limits.tokens() + 1L).error()));
        } catch (InvalidSyntaxException e) {
            return new Prepared(null, List.of(ErrorMapper.toCoded(e.toInvalidSyntaxError())));
        }
        List<? extends GraphQLError> errors = DocumentAnalyzer.tooMuch(document, limits);
        if (errors.isEmpty()) {
            errors = conditionalSubscriptions(document);
        }
        if (errors.isEmpty()) {
            errors = ParseAndValidate.validate(schema, document, Locale.ROOT);
        }
        return new Prepared(document, errors.stream().map(ErrorMapper::toCoded).toList());
    }

    /**
     * Rejects subscriptions with {@code @skip} or {@code @include} on the root field, which the specification forbids.
     * graphql-java's validation throws an exception if the condition is a variable.
     */
    private static List<CodedGraphQLError> conditionalSubscriptions(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION)
                .filter(operation -> isConditional(operation.getSelectionSet(), document, new HashSet<>()))
                .map(operation -> new CodedGraphQLError(
                        "The field of a subscription must not be skipped or included on a condition",
                        ErrorCode.GRAPHQL_VALIDATION_FAILED))
                .toList();
    }

    private static boolean isConditional(SelectionSet selections, Document document, Set<String> seen) {
        for (Selection<?> selection : selections.getSelections()) {
            DirectivesContainer<?> directives = (DirectivesContainer<?>) selection;
            if (directives.hasDirective("skip") || directives.hasDirective("include")) {
                return true;
            }
            SelectionSet within = null;
            if (selection instanceof InlineFragment inline) {
                within = inline.getSelectionSet();
            } else if (selection instanceof FragmentSpread spread && seen.add(spread.getName())) {
                within = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(fragment -> fragment.getName().equals(spread.getName()))
                        .map(FragmentDefinition::getSelectionSet)
                        .findFirst()
                        .orElse(null);
            }
            if (within != null && isConditional(within, document, seen)) {
                return true;
            }
        }
        return false;
    }
}
