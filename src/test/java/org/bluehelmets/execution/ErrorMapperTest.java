package org.bluehelmets.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import graphql.AssertException;
import graphql.Scalars;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.OneOfNullValueException;
import graphql.execution.OneOfTooManyKeysException;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLNonNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions that graphql-java throws while it coerces values become errors of the client; all others are internal. */
class ErrorMapperTest {

    private static final GraphQLNonNull TEXT = GraphQLNonNull.nonNull(Scalars.GraphQLString);

    static Stream<Arguments> coercionExceptions() {
        return Stream.of(
                arguments(
                        new NonNullableValueCoercedAsNullException(GraphQLArgument.newArgument()
                                .name("code")
                                .type(TEXT)
                                .build()),
                        "Invalid value of argument 'code': coerced Null value for NonNull type 'String!'"),
                arguments(
                        new NonNullableValueCoercedAsNullException(GraphQLInputObjectField.newInputObjectField()
                                .name("field")
                                .type(TEXT)
                                .build()),
                        "Invalid value of input field 'field': coerced Null value for NonNull type 'String!'"),
                arguments(
                        new NonNullableValueCoercedAsNullException(TEXT),
                        "Invalid value: Coerced Null value for NonNull type 'String!'"),
                arguments(
                        new InputMapDefinesTooManyFieldsException(Scalars.GraphQLString, "nope"),
                        "Invalid value: The variables input contains a field name 'nope' that is not"
                                + " defined for input object type 'String'"),
                arguments(
                        new CoercingParseValueException(
                                "Expected a value that can be converted to type 'Int' but it was a 'java.lang.String'"),
                        "Invalid value: Expected a value that can be converted to type 'Int'"),
                arguments(new CoercingParseLiteralException("StringValue{a}"), "Invalid value"),
                arguments(new CoercingParseValueException(), "Invalid value"),
                arguments(
                        new OneOfTooManyKeysException("Exactly one key must be specified for OneOf type 'By'."),
                        "Invalid value: Exactly one key must be specified for OneOf type 'By'"),
                arguments(
                        new OneOfNullValueException("OneOf type field 'By' must be non-null."),
                        "Invalid value of field 'By': OneOf type field 'By' must be non-null"));
    }

    @ParameterizedTest
    @MethodSource("coercionExceptions")
    void mapsCoercionExceptionsToBadUserInput(Throwable failure, String message) {
        CodedGraphQLError error = ErrorMapper.toError(failure, "a field");
        assertEquals(ErrorCode.BAD_USER_INPUT, error.getExtensions().get("code"));
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @MethodSource("otherExceptions")
    void mapsOtherExceptionsToInternalErrors(Throwable failure) {
        assertEquals(
                ErrorCode.INTERNAL,
                ErrorMapper.toError(failure, "a field").getExtensions().get("code"));
    }

    static Stream<Throwable> otherExceptions() {
        return Stream.of(new AssertException("x"), new NullPointerException(), new ClassCastException());
    }
}
