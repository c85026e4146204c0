package org.bluehelmets.execution;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.UnknownOperationException;
import graphql.language.AstPrinter;
import graphql.language.VariableDefinition;
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
 * <p>Codes depend on the types of exceptions and on graphql-java's classification only. Regular expressions select the details
 * that clients may see, because graphql-java's syntax, validation and coercion errors contain the token, the argument and the
 * expected type as text only.
 */
final class ErrorMapper implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

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
    private static final Pattern SAFE_DETAIL = Pattern.compile(
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

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable failure = parameters.getException();
        while (failure instanceof CompletionException && failure.getCause() != null) {
            failure = failure.getCause();
        }
        CancellationToken token =
                parameters.getDataFetchingEnvironment().getGraphQlContext().get(CancellationToken.class);
        CodedGraphQLError error;
        if (failure instanceof BadUserInputException) {
            error = new CodedGraphQLError(failure.getMessage(), ErrorCode.BAD_USER_INPUT);
        } else if (token.isCancelled()) {
            // cancellation is the cause; OperationExecutor replaces the whole result
            error = new CodedGraphQLError("The request was cancelled", ErrorCode.TIMEOUT);
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
                    UNKNOWN_TOKEN.matcher(message).replaceFirst("with unknown token '$1' $2"),
                    ErrorCode.GRAPHQL_PARSE_FAILED);
        }
        if (error instanceof ValidationError validation) {
            // literals have the same code as variables
            boolean invalidValue = validation.getValidationErrorType() == ValidationErrorType.WrongType;
            return new CodedGraphQLError(
                    validationMessage(validation),
                    invalidValue ? ErrorCode.BAD_USER_INPUT : ErrorCode.GRAPHQL_VALIDATION_FAILED);
        }
        if (error instanceof UnknownOperationException) {
            return new CodedGraphQLError(error.getMessage(), ErrorCode.OPERATION_RESOLUTION_FAILURE);
        }
        if (isCoercionError(error)) {
            return invalidValue(error.getMessage());
        }
        return internal(new IllegalStateException(error.getMessage()), String.valueOf(error.getPath()));
    }

    private static String validationMessage(ValidationError error) {
        String message = LIBRARY_PREFIX.matcher(error.getMessage()).replaceFirst("");
        Matcher literal = INVALID_LITERAL.matcher(message);
        return literal.find()
                ? "argument " + literal.group(1) + " " + literal.group(2)
                : INVALID_DEFAULT.matcher(message).replaceFirst("$1 $2");
    }

    /**
     * Creates the error for a variable whose value does not match its type.
     *
     * @param message the library's; the client sees only the part that names types and fields of the schema
     */
    static CodedGraphQLError invalidVariable(VariableDefinition variable, String message) {
        String detail = safeDetail(message)
                .orElseGet(() -> "it must be of type '%s'".formatted(AstPrinter.printAst(variable.getType())));
        return new CodedGraphQLError(
                        "Invalid value of variable '$%s': %s".formatted(variable.getName(), detail),
                        ErrorCode.BAD_USER_INPUT)
                .at(List.of(variable.getSourceLocation()), null);
    }

    private static CodedGraphQLError invalidValue(String message) {
        Matcher input = INPUT_NAME.matcher(message);
        String name = input.find()
                ? " of %s '%s'".formatted(input.group().toLowerCase(Locale.ROOT), input.group("name"))
                : "";
        String detail = safeDetail(message).map(text -> ": " + text).orElse("");
        return new CodedGraphQLError("Invalid value" + name + detail, ErrorCode.BAD_USER_INPUT);
    }

    private static Optional<String> safeDetail(String message) {
        Matcher detail = SAFE_DETAIL.matcher(message);
        return detail.find() ? Optional.of(detail.group()) : Optional.empty();
    }

    /**
     * Maps an exception to an error that the client may see. Exceptions of coercion are the client's error; all others are
     * internal.
     *
     * @param location the response path or another description for the log
     */
    static CodedGraphQLError toError(Throwable failure, String location) {
        return failure instanceof GraphQLError error && isCoercionError(error)
                ? invalidValue(String.valueOf(error.getMessage()))
                : internal(failure, location);
    }

    private static boolean isCoercionError(GraphQLError error) {
        return error.getErrorType() == ErrorType.ValidationError;
    }

    static CodedGraphQLError timeout(LimitsConfig limits) {
        Duration allowed = limits.timeout();
        return new CodedGraphQLError(
                "The request exceeded the timeout of %s ms; request less data".formatted(allowed.toMillis()),
                Map.of("code", ErrorCode.TIMEOUT, "limit", "timeout", "allowed", allowed.toMillis()));
    }

    /** Logs an exception with an id that the error contains. If the database is unavailable, logs a warning without stack trace. */
    static CodedGraphQLError internal(Throwable failure, String location) {
        Optional<String> outage = TransientSqlErrors.of(failure);
        if (outage.isPresent()) {
            LOG.warnf("The database is not available: %s", outage.get());
            return new CodedGraphQLError("The database is not available; retry later", ErrorCode.UNAVAILABLE);
        }
        String id = UUID.randomUUID().toString();
        LOG.errorf(failure, "Internal error %s at %s", id, location);
        return new CodedGraphQLError(
                "Internal error; the server log contains its cause under the id in `extensions`",
                Map.of("code", ErrorCode.INTERNAL, "id", id));
    }
}
