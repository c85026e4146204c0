package org.bluehelmets.execution;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigInteger;
import java.util.Locale;

/** Accepts strings and integers as IDs; graphql-java's own coercing accepts {@code toString()} of any value. */
final class IdCoercing implements Coercing<Object, Object> {

    private static final Coercing<?, ?> STANDARD = Scalars.GraphQLID.getCoercing();

    @Override
    public Object serialize(Object result, GraphQLContext context, Locale locale) throws CoercingSerializeException {
        return STANDARD.serialize(result, context, locale);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) throws CoercingParseValueException {
        boolean isId = input instanceof String
                || input instanceof Integer
                || input instanceof Long
                || input instanceof BigInteger;
        if (!isId) {
            throw new CoercingParseValueException("Expected a value that can be converted to type 'ID'");
        }
        return input.toString();
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale)
            throws CoercingParseLiteralException {
        return STANDARD.parseLiteral(input, variables, context, locale);
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return STANDARD.valueToLiteral(input, context, locale);
    }
}
