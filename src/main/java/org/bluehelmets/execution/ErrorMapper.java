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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bluehelmets.database.TransientSqlErrors;
import org.bluehelmets.query.BadUserInputException;
import org.jboss.logging.Logger;

/**
 * Maps errors to messages and stable codes for clients. Internal details (class names, SQL, stack traces) go to the log
 * only.
 *
 * <p>Codes depend on the types of exceptions and on graphql-java's classification, never on messages. {@link
 * MessageSanitizer} cleans the messages.
 */
final class ErrorMapper implements DataFetcherExceptionHandler {

    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);

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
            return new CodedGraphQLError(
                    MessageSanitizer.syntaxError(error.getMessage()), ErrorCode.GRAPHQL_PARSE_FAILED);
        }
        if (error instanceof ValidationError validation) {
            // literals have the same code as variables
            boolean invalidValue = validation.getValidationErrorType() == ValidationErrorType.WrongType;
            return new CodedGraphQLError(
                    MessageSanitizer.validationError(validation.getMessage()),
                    invalidValue ? ErrorCode.BAD_USER_INPUT : ErrorCode.GRAPHQL_VALIDATION_FAILED);
        }
        if (error instanceof UnknownOperationException) {
            return new CodedGraphQLError(error.getMessage(), ErrorCode.OPERATION_RESOLUTION_FAILURE);
        }
        if (isCoercionError(error)) {
            return invalidValue(error);
        }
        return internal(new IllegalStateException(error.getMessage()), String.valueOf(error.getPath()));
    }

    /**
     * Creates the error for a variable whose value does not match its type.
     *
     * @param message the library's; the client sees only the part that names types and fields of the schema
     */
    static CodedGraphQLError invalidVariable(VariableDefinition variable, String message) {
        String detail = MessageSanitizer.coercionDetail(message)
                .orElseGet(() -> "it must be of type '%s'".formatted(AstPrinter.printAst(variable.getType())));
        return new CodedGraphQLError(
                        "Invalid value of variable '$%s': %s".formatted(variable.getName(), detail),
                        ErrorCode.BAD_USER_INPUT)
                .at(List.of(variable.getSourceLocation()), null);
    }

    private static CodedGraphQLError invalidValue(GraphQLError error) {
        String message = String.valueOf(error.getMessage());
        String name =
                MessageSanitizer.inputName(message).map(input -> " of " + input).orElse("");
        String detail = MessageSanitizer.coercionDetail(message)
                .map(text -> ": " + text)
                .orElse("");
        return new CodedGraphQLError("Invalid value" + name + detail, ErrorCode.BAD_USER_INPUT);
    }

    /**
     * Maps an exception to an error that the client may see. Exceptions of coercion are the client's error; all others are
     * internal.
     *
     * @param location the response path or another description for the log
     */
    static CodedGraphQLError toError(Throwable failure, String location) {
        return failure instanceof GraphQLError error && isCoercionError(error)
                ? invalidValue(error)
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
