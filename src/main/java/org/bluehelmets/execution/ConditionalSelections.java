package org.bluehelmets.execution;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Map;

/** Evaluates {@code @skip} and {@code @include} for given variables. */
final class ConditionalSelections {

    private ConditionalSelections() {}

    /**
     * Returns whether a selection is excluded. A selection whose condition is unknown is not excluded.
     *
     * @param variables coerced, with defaults
     */
    static boolean isExcluded(DirectivesContainer<?> selection, Map<String, Object> variables) {
        for (Directive directive : selection.getDirectives()) {
            boolean excluded =
                    switch (directive.getName()) {
                        case "skip" -> hasCondition(directive, true, variables);
                        case "include" -> hasCondition(directive, false, variables);
                        default -> false;
                    };
            if (excluded) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCondition(Directive directive, boolean expected, Map<String, Object> variables) {
        Argument condition = directive.getArgument("if");
        Value<?> value = condition == null ? null : condition.getValue();
        if (value instanceof VariableReference reference) {
            return Boolean.valueOf(expected).equals(variables.get(reference.getName()));
        }
        return value instanceof BooleanValue literal && literal.isValue() == expected;
    }
}
