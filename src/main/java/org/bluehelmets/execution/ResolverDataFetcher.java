package org.bluehelmets.execution;

import graphql.schema.DataFetchingEnvironment;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.schema.model.Argument;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.dataloader.BatchLoaderEnvironment;

/** Calls the resolver method of a field on the thread that executes the query. */
final class ResolverDataFetcher implements PlugableBatchableDataFetcher<Object, Object> {

    /** Caches coerced arguments by field of the document; they are the same for every source object. */
    private static final class ArgumentCache extends IdentityHashMap<graphql.language.Field, Object[]> {}

    private final Class<?> type;
    private final Method method;
    private final List<Argument> arguments;
    private final boolean hasArguments;
    private volatile Object bean;

    ResolverDataFetcher(Operation operation) {
        type = ClassloadingService.get().loadClass(operation.getClassName());
        arguments = operation.getArguments();
        hasArguments = arguments.stream().anyMatch(argument -> !argument.isSourceArgument());
        method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(operation.getMethodName()))
                .filter(this::hasMatchingParameters)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no method for " + operation));
    }

    private boolean hasMatchingParameters(Method candidate) {
        return Arrays.stream(candidate.getParameterTypes())
                .map(Class::getName)
                .toList()
                .equals(arguments.stream()
                        .map(argument -> argument.hasWrapper()
                                ? argument.getWrapper().getWrapperClassName()
                                : argument.getReference().getClassName())
                        .toList());
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        Object[] values = hasArguments ? arguments(environment).clone() : new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            if (arguments.get(i).isSourceArgument()) {
                values[i] = environment.getSource();
            }
        }
        try {
            return method.invoke(bean(), values);
        } catch (InvocationTargetException e) {
            throw unwrap(e);
        }
    }

    private Object[] arguments(DataFetchingEnvironment environment) {
        Map<graphql.language.Field, Object[]> cache =
                environment.getGraphQlContext().computeIfAbsent(ArgumentCache.class, key -> new ArgumentCache());
        return cache.computeIfAbsent(environment.getField(), field -> {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                Argument argument = arguments.get(i);
                if (!argument.isSourceArgument()) {
                    values[i] = ArgumentCoercer.coerce(
                            argument.getName(),
                            environment.getArgument(argument.getName()),
                            method.getGenericParameterTypes()[i]);
                }
            }
            return values;
        });
    }

    private Object bean() {
        if (bean == null) {
            bean = Arc.container().instance(type).get();
        }
        return bean;
    }

    /** Returns the exception that the method threw; throws it if it is an {@link Error}. */
    static Exception unwrap(InvocationTargetException e) throws Exception {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return (Exception) e.getCause();
    }

    /** Not supported: the package {@code dataloading} does the batching. */
    @Override
    public CompletionStage<List<Object>> load(List<Object> keys, BatchLoaderEnvironment environment) {
        throw new UnsupportedOperationException(method + " must not take a list of sources");
    }
}
