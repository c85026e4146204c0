package org.bluehelmets.execution;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes class names and values of the client from graphql-java's English messages. The messages are parsed because
 * graphql-java's errors contain the token, the argument and the expected type as text only.
 */
final class MessageSanitizer {

    /** Matches validation errors of literals, to remove the quoted value and the library's class names. */
    private static final Pattern INVALID_LITERAL = Pattern.compile(
            "argument ('[^']+') with value '.*' ((?:is|must|contains|should|has) .*?)(?: - .*)?$", Pattern.DOTALL);

    /** Matches validation errors of default values, to remove the quoted value. */
    private static final Pattern INVALID_DEFAULT =
            Pattern.compile("^(Bad default value) '.*' (for type '[^']+')$", Pattern.DOTALL);

    /** Matches syntax errors of unknown tokens, to remove the names of ANTLR. */
    private static final Pattern UNKNOWN_TOKEN = Pattern.compile(
            "with ANTLR error '(?:token recognition error at: )?'?(.*?)'*' (at line [\\d,]+ column [\\d,]+)$",
            Pattern.DOTALL);

    /** Matches the part of coercion errors that names only types and fields of the schema. */
    private static final Pattern COERCION_DETAIL = Pattern.compile(
            "(Invalid input for enum '\\w+'\\. .*"
                    + "|Expected a value that can be converted to type '\\w+'"
                    + "|Expected value to be in the integer range"
                    + "|Expected a (?:String|Boolean|Number) input"
                    + "|The variables input contains a field name '.*' that is not defined for input object type '\\w+'"
                    + "|Exactly one key must be specified for OneOf type '\\w+'"
                    + "|OneOf type field '\\w+' must be non-null"
                    + "|[Cc]oerced Null value for NonNull type '[^']+')",
            Pattern.DOTALL);

    /** Matches the variable, argument or field in coercion errors. */
    private static final Pattern INPUT_NAME =
            Pattern.compile("\\b(?i:variable|argument|input field|field)(?= '(?<name>[^']+)')");

    /** Matches the start of syntax and validation errors, to remove it. */
    private static final Pattern LIBRARY_PREFIX =
            Pattern.compile("^(Validation error|Invalid syntax)( \\([^)]*\\))? ?: ");

    private MessageSanitizer() {}

    static String syntaxError(String message) {
        return UNKNOWN_TOKEN.matcher(withoutPrefix(message)).replaceFirst("with unknown token '$1' $2");
    }

    static String validationError(String message) {
        String text = withoutPrefix(message);
        Matcher literal = INVALID_LITERAL.matcher(text);
        return literal.find()
                ? "argument " + literal.group(1) + " " + literal.group(2)
                : INVALID_DEFAULT.matcher(text).replaceFirst("$1 $2");
    }

    private static String withoutPrefix(String message) {
        return LIBRARY_PREFIX.matcher(message).replaceFirst("");
    }

    /** The part of a coercion error that names only types and fields of the schema; empty if there is none. */
    static Optional<String> coercionDetail(String message) {
        Matcher detail = COERCION_DETAIL.matcher(message);
        return detail.find() ? Optional.of(detail.group()) : Optional.empty();
    }

    /** The variable, argument or field of a coercion error, such as {@code argument 'code'}; empty if it has no name. */
    static Optional<String> inputName(String message) {
        Matcher input = INPUT_NAME.matcher(message);
        return input.find()
                ? Optional.of("%s '%s'".formatted(input.group().toLowerCase(Locale.ROOT), input.group("name")))
                : Optional.empty();
    }
}
