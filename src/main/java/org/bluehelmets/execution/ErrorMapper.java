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
 * Maps errors to messages and stable codes for clients. Internal details (class names, SQL, stack traces) go to the log
 * only.
 *
 * <p>It chooses codes by the types of exceptions and graphql-java's classification. It parses messages
 * only to select details, because validation and coercion errors contain the argument and the expected type as text only.
 */
final class ErrorMapper implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

    /** Matches validation errors of literals, to remove the quoted value and the library's class names. */
    private static final Pattern WRONG_TYPE = Pattern.compile(
            "argument ('[^']+') with value '.*' ((?:is|must|contains|should|has) .*?)(?: - .*)?$", Pattern.DOTALL);

    private static final Pattern DEFAULT_VALUE =
            Pattern.compile("^(Bad default value) '.*' (for type '[^']+')$", Pattern.DOTALL);

    /** Matches syntax errors of unknown tokens, to remove the names of ANTLR. */
    private static final Pattern NO_TOKEN = Pattern.compile(
            "with ANTLR error '(?:token recognition error at: )?'?(.*?)'*' (at line [\\d,]+ column [\\d,]+)$",
            Pattern.DOTALL);

    /** Matches the part of coercion errors that names only types and fields of the schema. */
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

    /** Matches the variable, argument or field in coercion errors. */
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
            // cancellation is the cause; OperationExecutor replaces the whole result
            error = new CodedGraphQLError("cancelled", ErrorCode.TIMEOUT);
        } else {
            error = toError(failure, parameters.getPath().toString());
        }
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error.at(
                        List.of(parameters.getSourceLocation()),
                        parameters.getPath().toList()))
                .build());
    }

    /** Maps an error of the library to one that the client may see. */
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
            // the same code as for a variable of the wrong type
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
     * Creates the error for a variable whose value does not fit its type.
     *
     * @param message the library's; the client sees only the part that names types and fields of the schema
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
     * Maps an exception to an error that the client may see. Exceptions of coercion are the client's error; all others are
     * internal.
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

    /** Logs an exception with an id that the error contains. If the database is unavailable, logs a warning without stack. */
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
