package org.bluehelmets.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rejects null variables at non-null positions. Validation allows a nullable variable with a default value there, but a
 * client may override the default by an explicit null; graphql-java then passes the null on or throws an arbitrary
 * exception. Selections that {@code @skip} and {@code @include} exclude are not checked.
 */
final class NullVariableValidator {

    private final GraphQLSchema schema;
    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Object> variables;
    private final Set<String> visitedFragments = new HashSet<>();
    private final Map<String, CodedGraphQLError> errors = new LinkedHashMap<>();

    private NullVariableValidator(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity()));
    }

    /**
     * Returns one error per variable.
     *
     * @param document a valid document
     * @param variables coerced, with defaults
     */
    static List<CodedGraphQLError> validate(
            GraphQLSchema schema, Document document, OperationDefinition operation, Map<String, Object> variables) {
        if (!variables.containsValue(null)) {
            return List.of();
        }
        NullVariableValidator validator = new NullVariableValidator(schema, document, variables);
        validator.visit(operation.getSelectionSet(), QueryComplexity.rootType(schema, operation));
        return List.copyOf(validator.errors.values());
    }

    private void visit(SelectionSet selections, GraphQLCompositeType parent) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            visitDirectives((DirectivesContainer<?>) selection);
            if (ConditionalSelections.isExcluded((DirectivesContainer<?>) selection, variables)) {
                continue;
            }
            if (selection instanceof Field field) {
                visit(field, parent);
            } else if (selection instanceof InlineFragment inline) {
                visit(
                        inline.getSelectionSet(),
                        inline.getTypeCondition() == null
                                ? parent
                                : type(inline.getTypeCondition().getName()));
            } else if (selection instanceof FragmentSpread spread && visitedFragments.add(spread.getName())) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                visit(
                        fragment.getSelectionSet(),
                        type(fragment.getTypeCondition().getName()));
            }
        }
    }

    private GraphQLCompositeType type(String name) {
        return (GraphQLCompositeType) schema.getType(name);
    }

    private void visitDirectives(DirectivesContainer<?> selection) {
        for (Directive directive : selection.getDirectives()) {
            GraphQLDirective definition = schema.getDirective(directive.getName());
            for (Argument argument : directive.getArguments()) {
                GraphQLArgument argumentDefinition =
                        definition == null ? null : definition.getArgument(argument.getName());
                if (argumentDefinition != null) {
                    visit(
                            argument.getValue(),
                            argumentDefinition.getType(),
                            "@" + directive.getName() + "." + argument.getName());
                }
            }
        }
    }

    private void visit(Field field, GraphQLCompositeType parent) {
        GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
        for (Argument argument : field.getArguments()) {
            visit(
                    argument.getValue(),
                    definition.getArgument(argument.getName()).getType(),
                    argument.getName());
        }
        if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType inner) {
            visit(field.getSelectionSet(), inner);
        }
    }

    /** @param path the path of the value, starting with the name of the argument */
    private void visit(Value<?> value, GraphQLType type, String path) {
        if (value instanceof VariableReference reference) {
            String name = reference.getName();
            if (GraphQLTypeUtil.isNonNull(type) && variables.containsKey(name) && variables.get(name) == null) {
                errors.putIfAbsent(
                        name,
                        new CodedGraphQLError(
                                        "Variable '$%s' must not be null, because %s has the type '%s'"
                                                .formatted(name, path, GraphQLTypeUtil.simplePrint(type)),
                                        ErrorCode.BAD_USER_INPUT)
                                .at(List.of(reference.getSourceLocation()), null));
            }
            return;
        }
        GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
        if (GraphQLTypeUtil.isList(nullable)) {
            GraphQLType item = GraphQLTypeUtil.unwrapOne(nullable);
            if (value instanceof ArrayValue list) {
                for (int i = 0; i < list.getValues().size(); i++) {
                    visit(list.getValues().get(i), item, path + "[" + i + "]");
                }
            } else {
                // a single value is coerced to a list of one
                visit(value, item, path);
            }
        } else if (value instanceof ObjectValue object && nullable instanceof GraphQLInputObjectType input) {
            for (ObjectField field : object.getObjectFields()) {
                GraphQLInputObjectField definition = input.getFieldDefinition(field.getName());
                visit(field.getValue(), definition.getType(), path + "." + field.getName());
            }
        }
    }
}
