package org.bluehelmets.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.language.Argument;
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
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import org.bluehelmets.query.PageRequest;

/**
 * How many values the answer to an operation may have at most, before it is executed: each field counts one for each
 * object that it is asked of, and a page has as many objects as the request allows it. Lists without pages count as if
 * they had a usual length. What a directive may leave out is counted.
 */
final class Cost {

    /** A usual length of lists that come whole, such as a battalion's nations. */
    private static final int LIST = 2;

    /** A usual length of series: ten years of months. */
    private static final int SERIES = 120;

    /** What stands for more than any limit: products of it with a page do not overflow. */
    private static final long ENDLESS = 1L << 50;

    private record Place(String fragment, long page) {}

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, Value<?>> defaults;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<Place, Long> known = new HashMap<>();

    private Cost(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        defaults = new HashMap<>();
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            defaults.put(variable.getName(), variable.getDefaultValue());
        }
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity()));
    }

    /**
     * @param document one that is valid
     * @param variables as the client sent them; what is no number of rows counts as the largest page
     */
    static long of(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        GraphQLCompositeType root =
                switch (operation.getOperation()) {
                    case QUERY -> schema.getQueryType();
                    case MUTATION -> schema.getMutationType();
                    case SUBSCRIPTION -> schema.getSubscriptionType();
                };
        return new Cost(schema, document, operation, variables).of(operation.getSelectionSet(), root, 1);
    }

    /** @param page how many rows the connection has whose fields these are */
    private long of(SelectionSet selections, GraphQLCompositeType type, long page) {
        long sum = 0;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                sum = Math.min(sum + of(selection, type, page), ENDLESS);
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
        GraphQLFieldDefinition definition =
                parent instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
        if (definition == null) {
            // __typename and introspection, which has a limit of its own
            return 1;
        }
        GraphQLType type = GraphQLTypeUtil.unwrapNonNull(definition.getType());
        boolean pages = definition.getArgument("first") != null;
        long rows = pages ? rows(field, definition) : 1;
        long times = 1;
        if (GraphQLTypeUtil.isList(type)) {
            times = pages
                    ? rows
                    : isConnection(parent) ? page : definition.getArgument("interval") != null ? SERIES : LIST;
        }
        if (!(GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLCompositeType inner)) {
            return times;
        }
        return Math.min(times * (1 + of(field.getSelectionSet(), inner, rows)), ENDLESS);
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
            String name = reference.getName();
            if (!variables.containsKey(name)) {
                Value<?> otherwise = defaults.get(name);
                return otherwise == null ? absent : rows(otherwise, absent);
            }
            Object sent = variables.get(name);
            return sent == null
                    ? absent
                    : sent instanceof Number number ? page(number.longValue()) : PageRequest.MAX_SIZE;
        }
        return absent;
    }

    /** More than a page may have is refused when the field is executed. */
    private static long page(long asked) {
        return Math.max(0, Math.min(asked, PageRequest.MAX_SIZE));
    }
}
