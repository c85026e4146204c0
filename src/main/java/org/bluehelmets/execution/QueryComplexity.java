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
    private static final int LIST = 2;

    /** The typical length of time series: ten years of months. */
    private static final int SERIES = 120;

    /** Exceeds every limit; its product with a page size does not overflow. */
    private static final long ENDLESS = 1L << 50;

    private record Place(String fragment, long page) {}

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<Place, Long> known = new HashMap<>();
    private IntrospectionLists introspection;

    private QueryComplexity(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity()));
    }

    /**
     * @param document a valid document
     * @param variables coerced, with defaults
     */
    static long of(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        return new QueryComplexity(schema, document, variables)
                .of(operation.getSelectionSet(), root(schema, operation), 1);
    }

    /** The type whose fields an operation selects. */
    static GraphQLCompositeType root(GraphQLSchema schema, OperationDefinition operation) {
        return switch (operation.getOperation()) {
            case QUERY -> schema.getQueryType();
            case MUTATION -> schema.getMutationType();
            case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    }

    /** @param page the page size of the enclosing connection */
    private long of(SelectionSet selections, GraphQLCompositeType type, long page) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                if (!ConditionalSelections.leaveOut((DirectivesContainer<?>) selection, variables)) {
                    sum = Math.min(sum + of(selection, type, page), ENDLESS);
                }
            }
        }
        return sum;
    }

    private long of(Selection<?> selection, GraphQLCompositeType type, long page) {
        if (selection instanceof Field field) {
            return of(field, type, page);
        }
        if (selection instanceof InlineFragment inline) {
            GraphQLCompositeType narrowed = inline.getTypeCondition() == null
                    ? type
                    : (GraphQLCompositeType)
                            schema.getType(inline.getTypeCondition().getName());
            return of(inline.getSelectionSet(), narrowed, page);
        }
        Place place = new Place(((FragmentSpread) selection).getName(), page);
        Long cost = known.get(place);
        if (cost == null) {
            FragmentDefinition fragment = fragments.get(place.fragment);
            cost = of(
                    fragment.getSelectionSet(),
                    (GraphQLCompositeType)
                            schema.getType(fragment.getTypeCondition().getName()),
                    page);
            known.put(place, cost);
        }
        return cost;
    }

    private long of(Field field, GraphQLCompositeType parent, long page) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition.getType());
        boolean pages = definition.getArgument("first") != null;
        long rows = pages ? rows(field, definition) : 1;
        long times = 1;
        if (GraphQLTypeUtil.isList(type)) {
            times = pages ? rows : isConnection(parent) ? page : length(parent, definition);
        }
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType inner)) {
            return times;
        }
        return Math.min(times * (1 + of(field.getSelectionSet(), inner, rows)), ENDLESS);
    }

    private long length(GraphQLCompositeType parent, GraphQLFieldDefinition field) {
        if (Introspection.isIntrospectionTypes(parent)) {
            if (introspection == null) {
                introspection = new IntrospectionLists(schema);
            }
            Long length = introspection.length(parent.getName(), field.getName());
            return length == null ? LIST : length;
        }
        return field.getArgument("interval") != null ? SERIES : LIST;
    }

    private static boolean isConnection(GraphQLCompositeType type) {
        return type.getName().endsWith("Connection");
    }

    private long rows(Field field, GraphQLFieldDefinition definition) {
        Object otherwise =
                definition.getArgument("first").getArgumentDefaultValue().getValue();
        long rows = otherwise instanceof Integer size
                ? size
                : otherwise instanceof IntValue literal ? literal.getValue().intValue() : PageRequest.DEFAULT_SIZE;
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first") || argument.getName().equals("last")) {
                rows = rows(argument.getValue(), rows);
            }
        }
        return rows;
    }

    private long rows(Value<?> value, long absent) {
        if (value instanceof IntValue literal) {
            return page(
                    literal.getValue().bitLength() < Integer.SIZE
                            ? literal.getValue().intValue()
                            : Integer.MAX_VALUE);
        }
        if (value instanceof VariableReference reference) {
            return variables.get(reference.getName()) instanceof Number number ? page(number.longValue()) : absent;
        }
        return absent;
    }

    /** Larger pages are rejected when the field is executed. */
    private static long page(long asked) {
        return Math.max(0, Math.min(asked, PageRequest.MAX_SIZE));
    }
}
