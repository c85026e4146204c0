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
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads documents, measures and validates them, and remembers those that come again. */
final class Documents {

    /** Characters of all documents that are remembered: with what is made of them some forty times as many bytes. */
    private static final long REMEMBERED_CHARACTERS = 500_000;

    /** Blanks, line ends and commas: cheap, but not for nothing. */
    private static final int BLANKS_PER_TOKEN = 20;

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

    private final Lookups lookups = new Lookups();

    Documents(GraphQLSchema schema, LimitsConfig limits) {
        this.schema = schema;
        this.limits = limits;
        options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .readerTrackData(false)
                .maxCharacters(limits.characters())
                .maxTokens(limits.tokens())
                .maxWhitespaceTokens(limits.tokens() * BLANKS_PER_TOKEN)
                .build();
    }

    Lookups lookups() {
        return lookups;
    }

    Prepared prepare(String text) {
        Limit characters = new Limit("characters", limits.characters(), text.length());
        if (characters.isExceeded()) {
            return new Prepared(null, List.of(characters.error()));
        }
        Prepared known = prepared.getIfPresent(text);
        lookups.count(known != null);
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
                    .locale(Locale.ENGLISH)
                    .build());
        } catch (ParseCancelledTooDeepException e) {
            return new Prepared(
                    null,
                    List.of(new CodedError(
                            "The document is nested too deep to be read",
                            Map.of("code", ErrorCode.LIMIT_EXCEEDED, "limit", "nesting"))));
        } catch (ParseCancelledException e) {
            // the parser stops at the first token that is too many
            return new Prepared(null, List.of(new Limit("tokens", limits.tokens(), limits.tokens() + 1L).error()));
        } catch (InvalidSyntaxException e) {
            return new Prepared(null, List.of(ErrorShaping.shaped(e.toInvalidSyntaxError())));
        }
        List<? extends GraphQLError> errors = DocumentSize.tooMuch(document, limits);
        if (errors.isEmpty()) {
            errors = ParseAndValidate.validate(schema, document, Locale.ENGLISH);
        }
        return new Prepared(document, errors.stream().map(ErrorShaping::shaped).toList());
    }
}
