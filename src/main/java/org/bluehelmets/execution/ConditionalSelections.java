package org.bluehelmets.execution;

import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.List;
import java.util.Map;

/** Evaluates {@code @skip} and {@code @include} for given variables. */
final class ConditionalSelections {

    private ConditionalSelections() {}

    /** @param variables coerced, with defaults; a selection whose condition is unknown is kept */
    static boolean leaveOut(DirectivesContainer<?> selection, Map<String, Object> variables) {
        List<Directive> directives = selection.getDirectives();
        for (Directive directive : directives) {
            boolean leavesOutIf =
                    switch (directive.getName()) {
                        case "skip" -> isCondition(directive, true, variables);
                        case "include" -> isCondition(directive, false, variables);
                        default -> false;
                    };
            if (leavesOutIf) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCondition(Directive directive, boolean expected, Map<String, Object> variables) {
        Argument condition = directive.getArgument("if");
        Value<?> value = condition == null ? null : condition.getValue();
        if (value instanceof VariableReference reference) {
            return Boolean.valueOf(expected).equals(variables.get(reference.getName()));
        }
        return value instanceof BooleanValue literal && literal.isValue() == expected;
    }
}
