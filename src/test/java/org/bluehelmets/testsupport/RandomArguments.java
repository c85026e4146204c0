package org.bluehelmets.testsupport;

import static org.bluehelmets.query.PageRequest.MAX_SIZE;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Arguments of one field that chance makes, in families: each member differs from the first one in a single respect, such
 * as the page size, a cursor, or the values of a filter of the same shape. For one thread.
 */
public final class RandomArguments {

    private static final String ORDER = "orderBy";

    /**
     * Arguments by their names, with values as {@link RandomValues} makes them.
     *
     * @param values in the order that they are written in
     */
    public record Arguments(Map<String, Object> values) {

        /** As they are written in a document, with the parentheses; nothing where there are none. */
        public String literal() {
            return values.isEmpty()
                    ? ""
                    : values.entrySet().stream()
                            .map(argument -> argument.getKey() + ": " + Literals.literal(argument.getValue()))
                            .collect(Collectors.joining(", ", "(", ")"));
        }

        private Arguments with(UnaryOperator<Map<String, Object>> change) {
            return new Arguments(change.apply(new LinkedHashMap<>(values)));
        }
    }

    private final GraphQLFieldDefinition field;
    private final Random random;
    private final RandomValues values;

    /** @param ids that the service has given out */
    public RandomArguments(GraphQLFieldDefinition field, Random random, List<String> ids) {
        this.field = field;
        this.random = random;
        this.values = new RandomValues(random, List.of(), ids);
    }

    /** The first member of a family: no cursors, as nobody has given out one for its order yet. */
    public Arguments next() {
        Map<String, Object> chosen = new LinkedHashMap<>();
        boolean last = has("last") && random.nextInt(3) == 0;
        for (GraphQLArgument argument : field.getArguments()) {
            boolean wanted =
                    switch (argument.getName()) {
                        case "first" -> !last && random.nextInt(5) > 0;
                        case "last" -> last;
                        case "after", "before" -> false;
                        default -> GraphQLTypeUtil.isNonNull(argument.getType()) || random.nextInt(3) == 0;
                    };
            if (wanted) {
                chosen.put(argument.getName(), value(argument));
            }
        }
        return new Arguments(chosen);
    }

    /** @param cursors that lists in the order of these arguments have given out */
    public Arguments varied(Arguments arguments, List<String> cursors) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> has("first") ? arguments.with(this::otherSize) : arguments.with(this::otherValue);
            case 3, 4 ->
                has("after") && !cursors.isEmpty()
                        ? arguments.with(changed -> otherCursor(changed, cursors))
                        : arguments.with(this::otherValue);
            case 5, 6 -> arguments.with(this::otherValue);
            default -> next();
        };
    }

    private Map<String, Object> otherSize(Map<String, Object> arguments) {
        String name = arguments.containsKey("last") ? "last" : "first";
        arguments.put(name, random.nextInt(12) == 0 ? MAX_SIZE : random.nextInt(8));
        return arguments;
    }

    private Map<String, Object> otherCursor(Map<String, Object> arguments, List<String> cursors) {
        arguments.put(has("before") && random.nextBoolean() ? "before" : "after", values.pick(cursors));
        return arguments;
    }

    /** Other values in one argument, of the same shape as before. */
    private Map<String, Object> otherValue(Map<String, Object> arguments) {
        List<GraphQLArgument> choices = new ArrayList<>(field.getArguments());
        choices.removeIf(argument -> !arguments.containsKey(argument.getName())
                || List.of("first", "last", "after", "before").contains(argument.getName()));
        if (choices.isEmpty()) {
            return has("first") ? otherSize(arguments) : next().values();
        }
        GraphQLArgument argument = values.pick(choices);
        arguments.computeIfPresent(argument.getName(), (name, value) -> values.like(value, name, argument.getType()));
        if (argument.getName().equals(ORDER)) {
            // a cursor fits one order only
            arguments.keySet().removeAll(List.of("after", "before"));
        }
        return arguments;
    }

    private boolean has(String argument) {
        return field.getArgument(argument) != null;
    }

    private Object value(GraphQLArgument argument) {
        return values.value(argument.getName(), argument.getType(), 0);
    }
}
