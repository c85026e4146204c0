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

/** What the library throws when it coerces values, wherever it does. */
class ErrorMapperTest {

    private static final GraphQLNonNull TEXT = GraphQLNonNull.nonNull(Scalars.GraphQLString);

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(
                        new NonNullableValueCoercedAsNullException(GraphQLArgument.newArgument()
                                .name("code")
                                .type(TEXT)
                                .build()),
                        "argument 'code' does not fit its type: coerced Null value for NonNull type 'String!'"),
                arguments(
                        new NonNullableValueCoercedAsNullException(GraphQLInputObjectField.newInputObjectField()
                                .name("field")
                                .type(TEXT)
                                .build()),
                        "input field 'field' does not fit its type: coerced Null value for NonNull type 'String!'"),
                arguments(
                        new NonNullableValueCoercedAsNullException(TEXT),
                        "a value does not fit its type: Coerced Null value for NonNull type 'String!'"),
                arguments(
                        new InputMapDefinesTooManyFieldsException(Scalars.GraphQLString, "nope"),
                        "a value does not fit its type: The variables input contains a field name 'nope' that is not"
                                + " defined for input object type 'String'"),
                arguments(
                        new CoercingParseValueException(
                                "Expected a value that can be converted to type 'Int' but it was a 'java.lang.String'"),
                        "a value does not fit its type: Expected a value that can be converted to type 'Int'"),
                arguments(new CoercingParseLiteralException("StringValue{a}"), "a value does not fit its type"),
                arguments(new CoercingParseValueException(), "a value does not fit its type"),
                arguments(
                        new OneOfTooManyKeysException("Exactly one key must be specified for OneOf type 'By'."),
                        "a value does not fit its type: Exactly one key must be specified for OneOf type 'By'"),
                arguments(
                        new OneOfNullValueException("OneOf type field 'By' must be non-null."),
                        "field 'By' does not fit its type: OneOf type field 'By' must be non-null"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void coercionIsTheClientsError(Throwable failure, String message) {
        CodedGraphQLError error = ErrorMapper.toError(failure, "a place");
        assertEquals(ErrorCode.BAD_USER_INPUT, error.getExtensions().get("code"));
        assertEquals(message, error.getMessage());
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void anythingElseIsOurs(Throwable failure) {
        assertEquals(
                ErrorCode.INTERNAL,
                ErrorMapper.toError(failure, "a place").getExtensions().get("code"));
    }

    static Stream<Throwable> bugs() {
        return Stream.of(new AssertException("x"), new NullPointerException(), new ClassCastException());
    }
}
