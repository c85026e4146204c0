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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads documents, measures and validates them, and remembers those that come again. */
final class DocumentCache {

    /** Characters of all documents that are remembered: with what is made of them some forty times as many bytes. */
    private static final long REMEMBERED_CHARACTERS = 500_000;

    /** Rules of GraphQL's grammar within each other, some four of them for each list or object within another. */
    private static final int MAX_NESTING = 500;

    /**
     * A document that was looked at.
     *
     * @param document null where it could not be read
     * @param errors why it cannot be executed; empty where it can
     */
    record Prepared(Document document, List<GraphQLError> errors) {}

    private final GraphQLSchema schema;
    private final LimitsConfig limits;
    private final ParserOptions options;
    private final Cache<String, Prepared> prepared = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((String text, Prepared document) -> text.length())
            // on the thread that adds to it: a pool of threads only for this would not pay
            .executor(Runnable::run)
            .build();

    private final CacheStats stats = new CacheStats();

    DocumentCache(GraphQLSchema schema, LimitsConfig limits) {
        this.schema = schema;
        this.limits = limits;
        options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .readerTrackData(false)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                // the limit of characters is theirs: each has one at least
                .maxWhitespaceTokens(limits.characters())
                .maxRuleDepth(MAX_NESTING)
                .build();
    }

    CacheStats stats() {
        return stats;
    }

    Prepared prepare(String text) {
        LimitCheck characters = new LimitCheck("characters", limits.characters(), text.length());
        if (characters.isExceeded()) {
            return new Prepared(null, List.of(characters.error()));
        }
        Prepared known = prepared.getIfPresent(text);
        stats.count(known != null);
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
            // at the first rule that is too deep
            return new Prepared(null, List.of(new LimitCheck("nesting", MAX_NESTING, MAX_NESTING + 1L).error()));
        } catch (ParseCancelledException e) {
            // the parser stops at the first token that is too many
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
     * What is wrong with subscriptions whose field is there only on a condition, which the specification forbids, and the
     * library's validation fails on where the condition is a variable.
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
