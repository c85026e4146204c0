package org.bluehelmets.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rejects subscriptions with {@code @skip} or {@code @include} on the root field, which the specification forbids.
 * graphql-java's validation throws an exception if the condition is a variable.
 */
final class SubscriptionValidator {

    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> visitedFragments = new HashSet<>();

    private SubscriptionValidator(Document document) {
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity(), (first, second) -> first));
    }

    /**
     * Returns one error per invalid subscription.
     *
     * @param document may be invalid
     */
    static List<CodedGraphQLError> validate(Document document) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.SUBSCRIPTION)
                .filter(operation -> new SubscriptionValidator(document).hasCondition(operation.getSelectionSet()))
                .map(operation -> new CodedGraphQLError(
                        "The root field of a subscription must not have @skip or @include",
                        ErrorCode.GRAPHQL_VALIDATION_FAILED))
                .toList();
    }

    private boolean hasCondition(SelectionSet selections) {
        return selections.getSelections().stream().anyMatch(this::hasCondition);
    }

    private boolean hasCondition(Selection<?> selection) {
        DirectivesContainer<?> directives = (DirectivesContainer<?>) selection;
        if (directives.hasDirective("skip") || directives.hasDirective("include")) {
            return true;
        }
        if (selection instanceof InlineFragment inline) {
            return hasCondition(inline.getSelectionSet());
        }
        if (selection instanceof FragmentSpread spread && visitedFragments.add(spread.getName())) {
            FragmentDefinition fragment = fragments.get(spread.getName());
            return fragment != null && hasCondition(fragment.getSelectionSet());
        }
        return false;
    }
}
