package org.bluehelmets.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;

/** Reads a property of the source object: a public field, a getter or a record component. */
final class PropertyDataFetcher implements PlugableDataFetcher<Object>, LightDataFetcher<Object> {

    private interface Accessor {
        Object read(Object source) throws ReflectiveOperationException;
    }

    private final Accessor accessor;

    PropertyDataFetcher(Field field, Reference owner) {
        Class<?> type = ClassloadingService.get().loadClass(owner.getClassName());
        try {
            if (field.getMethodName() == null) {
                accessor = type.getField(field.getPropertyName())::get;
            } else {
                Method method = type.getMethod(field.getMethodName());
                accessor = method::invoke;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field.getName() + " of " + type, e);
        }
    }

    @Override
    public Object get(GraphQLFieldDefinition field, Object source, Supplier<DataFetchingEnvironment> environment)
            throws Exception {
        return read(source);
    }

    @Override
    public Object get(DataFetchingEnvironment environment) throws Exception {
        return read(environment.getSource());
    }

    private Object read(Object source) throws Exception {
        try {
            return accessor.read(source);
        } catch (InvocationTargetException e) {
            throw ResolverDataFetcher.unwrap(e);
        }
    }
}
