package org.bluehelmets.execution;

import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.util.HashMap;
import java.util.Map;

/**
 * Treats {@code includeDeprecated: null} of introspection fields as false. The argument is nullable, but graphql-java's
 * data fetchers throw an exception for null.
 */
final class IntrospectionArguments extends SimplePerformantInstrumentation {

    private static final String INCLUDE_DEPRECATED = "includeDeprecated";

    @Override
    public DataFetcher<?> instrumentDataFetcher(
            DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters, InstrumentationState state) {
        if (parameters.getField().getArgument(INCLUDE_DEPRECATED) == null) {
            return fetcher;
        }
        return environment -> {
            if (environment.getArgument(INCLUDE_DEPRECATED) != null) {
                return fetcher.get(environment);
            }
            Map<String, Object> arguments = new HashMap<>(environment.getArguments());
            arguments.put(INCLUDE_DEPRECATED, false);
            return fetcher.get(DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                    .arguments(arguments)
                    .build());
        };
    }
}
