package org.bluehelmets.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.bluehelmets.query.PageRequest;

/**
 * Estimates the cost of an operation before execution: the maximum number of values in the response. Each field counts once
 * per parent object, and a connection counts as many objects as its page size. Lists without pagination count with a
 * typical length. Selections that {@code @skip} and {@code @include} exclude are not counted.
 */
final class QueryComplexity {

    /** The typical length of lists without pagination, such as the nations of a battalion. */
    private static final int LIST_LENGTH = 2;

    /** The typical length of time series: ten years of months. */
    private static final int TIME_SERIES_LENGTH = 120;

    /** The highest cost, above every limit. Its product with a page size does not overflow. */
    private static final long MAX_COST = 1L << 50;

    /** A fragment in a connection with a page size. */
    private record FragmentUse(String fragment, long pageSize) {}

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<FragmentUse, Long> fragmentCosts = new HashMap<>();
    private IntrospectionLists introspection;

    private QueryComplexity(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity()));
    }

    /**
     * Estimates the cost of an operation.
     *
     * @param document a valid document
     * @param variables coerced, with defaults
     */
    static long estimate(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        return new QueryComplexity(schema, document, variables)
                .cost(operation.getSelectionSet(), rootType(schema, operation), 1);
    }

    /** The type whose fields an operation selects. */
    static GraphQLCompositeType rootType(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    /** @param pageSize the page size of the enclosing connection */
    private long cost(SelectionSet selections, GraphQLCompositeType type, long pageSize) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                if (!ConditionalSelections.isExcluded((DirectivesContainer<?>) selection, variables)) {
                    sum = Math.min(sum + cost(selection, type, pageSize), MAX_COST);
                }
            }
        }
        return sum;
    }

    private long cost(Selection<?> selection, GraphQLCompositeType type, long pageSize) {
        if (selection instanceof Field field) {
            return cost(field, type, pageSize);
        }
        if (selection instanceof InlineFragment inline) {
            GraphQLCompositeType narrowed = inline.getTypeCondition() == null
                    ? type
                    : (GraphQLCompositeType)
                            schema.getType(inline.getTypeCondition().getName());
            return cost(inline.getSelectionSet(), narrowed, pageSize);
        }
        FragmentUse use = new FragmentUse(((FragmentSpread) selection).getName(), pageSize);
        Long cost = fragmentCosts.get(use);
        if (cost == null) {
            FragmentDefinition fragment = fragments.get(use.fragment);
            cost = cost(
                    fragment.getSelectionSet(),
                    (GraphQLCompositeType)
                            schema.getType(fragment.getTypeCondition().getName()),
                    pageSize);
            fragmentCosts.put(use, cost);
        }
        return cost;
    }

    private long cost(Field field, GraphQLCompositeType parent, long pageSize) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition.getType());
        boolean paginated = definition.getArgument("first") != null;
        long childPageSize = paginated ? pageSize(field, definition) : 1;
        long length = 1;
        if (GraphQLTypeUtil.isList(type)) {
            length = paginated ? childPageSize : isConnection(parent) ? pageSize : listLength(parent, definition);
        }
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType inner)) {
            return length;
        }
        return Math.min(length * (1 + cost(field.getSelectionSet(), inner, childPageSize)), MAX_COST);
    }

    private long listLength(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
        if (Introspection.isIntrospectionTypes(parent)) {
            if (introspection == null) {
                introspection = new IntrospectionLists(schema);
            }
            Long length = introspection.length(parent.getName(), field.getName());
            return length == null ? LIST_LENGTH : length;
        }
        return field.getArgument("interval") != null ? TIME_SERIES_LENGTH : LIST_LENGTH;
    }

    private static boolean isConnection(GraphQLCompositeType type) {
        return type.getName().endsWith("Connection");
    }

    private long pageSize(Field field, GraphQLFieldDefinition definition) {
        Object defaultValue =
                definition.getArgument("first").getArgumentDefaultValue().getValue();
        long pageSize = defaultValue instanceof Integer size
                ? size
                : defaultValue instanceof IntValue literal ? literal.getValue().intValue() : PageRequest.DEFAULT_SIZE;
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first") || argument.getName().equals("last")) {
                pageSize = pageSize(argument.getValue(), pageSize);
            }
        }
        return pageSize;
    }

    private long pageSize(Value<?> value, long defaultSize) {
        if (value instanceof IntValue literal) {
            return limitPageSize(
                    literal.getValue().bitLength() < Integer.SIZE
                            ? literal.getValue().intValue()
                            : Integer.MAX_VALUE);
        }
        if (value instanceof VariableReference reference) {
            return variables.get(reference.getName()) instanceof Number number
                    ? limitPageSize(number.longValue())
                    : defaultSize;
        }
        return defaultSize;
    }

    /** Larger pages are rejected when the field is executed. */
    private static long limitPageSize(long requested) {
        return Math.max(0, Math.min(requested, PageRequest.MAX_SIZE));
    }
}
