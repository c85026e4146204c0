package org.bluehelmets.execution;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.execution.UnknownOperationException;
import graphql.language.AstPrinter;
import graphql.language.VariableDefinition;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.query.BadUserInputException;
import org.jboss.logging.Logger;

/**
 * Gives every error a code that clients can rely on, and keeps what is internal in the log: a client sees no class
 * name, no SQL and no stack.
 */
final class ErrorMapper implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    /** How the library speaks of a value of the wrong type: it quotes the value and names classes of its own. */
    private static final Pattern WRONG_TYPE = Pattern.compile(
            "argument ('[^']+') with value '.*' ((?:is|must|contains|should|has) .*?)(?: - .*)?$", Pattern.DOTALL);

    private static final Pattern DEFAULT_VALUE =
            Pattern.compile("^(Bad default value) '.*' (for type '[^']+')$", Pattern.DOTALL);

    /** How the library speaks of text that is no token. */
    private static final Pattern NO_TOKEN = Pattern.compile(
            "with ANTLR error '(?:token recognition error at: )?'?(.*?)'*' (at line [\\d,]+ column [\\d,]+)$",
            Pattern.DOTALL);

    /** What the library says of a value, as far as it names what clients know. */
    private static final Pattern WRONG_VALUE = Pattern.compile(
            "(Invalid input for enum '\\w+'\\. .*"
                    + "|Expected a value that can be converted to type '\\w+'"
                    + "|Expected value to be in the integer range"
                    + "|Expected a (?:String|Boolean|Number) input"
                    + "|The variables input contains a field name '.*' that is not defined for input object type '\\w+'"
                    + "|Exactly one key must be specified for OneOf type '\\w+'"
                    + "|OneOf type field '\\w+' must be non-null"
                    + "|[Cc]oerced Null value for NonNull type '[^']+')",
            Pattern.DOTALL);

    /** How the library names what a value was given for. */
    private static final Pattern NAMED =
            Pattern.compile("\\b(?i:variable|argument|input field|field)(?= '(?<name>[^']+)')");

    private static final Pattern LIBRARY_PREFIX =
            Pattern.compile("^(Validation error|Invalid syntax)( \\([^)]*\\))? ?: ");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        CancellationToken execution =
                parameters.getDataFetchingEnvironment().getGraphQlContext().get(CancellationToken.class);
        CodedGraphQLError error;
        if (failure instanceof BadUserInputException) {
            error = new CodedGraphQLError(failure.getMessage(), ErrorCode.BAD_USER_INPUT);
        } else if (execution.isCancelled()) {
            // whatever failed, failed because of that; the answer is made in the end
            error = new CodedGraphQLError("cancelled", ErrorCode.TIMEOUT);
        } else {
            error = toError(failure, parameters.getPath().toString());
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error.at(
                        List.of(parameters.getSourceLocation()),
                        parameters.getPath().toList()))
                .build());
    }

    /** An error that executing a request gave, as a client may see it. */
    static GraphQLError toCoded(GraphQLError error) {
        return error instanceof CodedGraphQLError coded
                ? coded
                : coded(error).at(error.getLocations(), error.getPath());
    }

    private static CodedGraphQLError coded(GraphQLError error) {
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.InvalidSyntax) {
            String message = LIBRARY_PREFIX.matcher(error.getMessage()).replaceFirst("");
            return new CodedGraphQLError(
                    NO_TOKEN.matcher(message).replaceFirst("with unknown token '$1' $2"),
                    ErrorCode.GRAPHQL_PARSE_FAILED);
        }
        if (error instanceof ValidationError validation) {
            // a literal of the wrong type and a variable of the wrong type are the same mistake
            boolean wrongValue = validation.getValidationErrorType() == ValidationErrorType.WrongType;
            return new CodedGraphQLError(
                    validationMessage(validation),
                    wrongValue ? ErrorCode.BAD_USER_INPUT : ErrorCode.GRAPHQL_VALIDATION_FAILED);
        }
        if (error instanceof UnknownOperationException) {
            return new CodedGraphQLError(error.getMessage(), ErrorCode.OPERATION_RESOLUTION_FAILURE);
        }
        if (type == ErrorType.ValidationError) {
            return new CodedGraphQLError(wrongValue(error.getMessage()), ErrorCode.BAD_USER_INPUT);
        }
        return internal(new IllegalStateException(error.getMessage()), String.valueOf(error.getPath()));
    }

    private static String validationMessage(ValidationError error) {
        String message = LIBRARY_PREFIX.matcher(error.getMessage()).replaceFirst("");
        Matcher wrongType = WRONG_TYPE.matcher(message);
        return wrongType.find()
                ? "argument " + wrongType.group(1) + " " + wrongType.group(2)
                : DEFAULT_VALUE.matcher(message).replaceFirst("$1 $2");
    }

    /**
     * An error of a variable whose value does not fit its type.
     *
     * @param message the library's, of which clients see no more than names that they know
     */
    static CodedGraphQLError wrongVariable(VariableDefinition variable, String message) {
        Matcher wrong = WRONG_VALUE.matcher(message);
        return new CodedGraphQLError(
                        "variable $%s is no value of its type: %s"
                                .formatted(
                                        variable.getName(),
                                        wrong.find()
                                                ? wrong.group()
                                                : "it must be of type '%s'"
                                                        .formatted(AstPrinter.printAst(variable.getType()))),
                        ErrorCode.BAD_USER_INPUT)
                .at(List.of(variable.getSourceLocation()), null);
    }

    private static String wrongValue(String message) {
        Matcher named = NAMED.matcher(message);
        Matcher wrong = WRONG_VALUE.matcher(message);
        return (named.find() ? named.group().toLowerCase(Locale.ROOT) + " '" + named.group("name") + "'" : "a value")
                + " does not fit its type"
                + (wrong.find() ? ": " + wrong.group() : "");
    }

    /**
     * A failure of the execution as a client may see it. Where the library fails to coerce a value, the client has sent a wrong
     * one; anything else is internal.
     */
    static CodedGraphQLError toError(Throwable failure, String where) {
        return isCoercion(failure)
                ? new CodedGraphQLError(wrongValue(String.valueOf(failure.getMessage())), ErrorCode.BAD_USER_INPUT)
                : internal(failure, where);
    }

    private static boolean isCoercion(Throwable failure) {
        return failure instanceof CoercingParseValueException
                || failure instanceof CoercingParseLiteralException
                || failure instanceof NonNullableValueCoercedAsNullException
                || failure instanceof InputMapDefinesTooManyFieldsException
                || failure instanceof OneOfNullValueException
                || failure instanceof OneOfTooManyKeysException;
    }

    static CodedGraphQLError timeout(LimitsConfig limits) {
        Duration allowed = limits.timeout();
        return new CodedGraphQLError(
                "The request was broken off after %s ms; ask for less at a time".formatted(allowed.toMillis()),
                Map.of("code", ErrorCode.TIMEOUT, "limit", "timeout", "allowed", allowed.toMillis()));
    }

    /** Logs a failure with its cause, under an id that the client gets to know; of an outage only that there is one. */
    static CodedGraphQLError internal(Throwable failure, String where) {
        Optional<String> outage = TransientSqlErrors.of(failure);
        if (outage.isPresent()) {
            LOG.warnf("the database is not available: %s", outage.get());
            return new CodedGraphQLError("The database is not available; try again in a moment", ErrorCode.UNAVAILABLE);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "INTERNAL %s at %s", id, where);
        return new CodedGraphQLError(
                "The service failed to answer this; its log tells why, under the id given here",
                Map.of("code", ErrorCode.INTERNAL, "id", id));
    }
}
