package org.bluehelmets.execution;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the size of a document before validation, because validating a large document takes long. The document may
 * refer to fields, fragments and types that do not exist. Each fragment is measured once, so that fragments that double
 * each other take linear time.
 */
final class DocumentAnalyzer {

    /**
     * The size of a selection set.
     *
     * @param depth nesting of fields, except below {@code __schema} and {@code __type}
     * @param introspectionDepth nesting of fields below {@code __schema} and {@code __type}
     */
    record Size(long fields, long aliases, int depth, int introspectionDepth) {

        static final Size NONE = new Size(0, 0, 0, 0);

        /** Exceeds every limit; sums of it do not overflow. */
        private static final long ENDLESS = Integer.MAX_VALUE;

        Size beside(Size other) {
            return new Size(
                    Math.min(fields + other.fields, ENDLESS),
                    Math.min(aliases + other.aliases, ENDLESS),
                    Math.max(depth, other.depth),
                    Math.max(introspectionDepth, other.introspectionDepth));
        }

        private Size in(Field field) {
            boolean introspection =
                    field.getName().equals("__schema") || field.getName().equals("__type");
            return new Size(
                    Math.min(fields + 1, ENDLESS),
                    Math.min(aliases + (field.getAlias() == null ? 0 : 1), ENDLESS),
                    introspection ? 1 : depth + 1,
                    introspection ? depth + 1 : introspectionDepth);
        }
    }

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, Size> measured = new HashMap<>();
    private int directives;

    private DocumentAnalyzer(Document document) {
        fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(toMap(FragmentDefinition::getName, identity(), (first, second) -> first));
    }

    /**
     * The size of a document.
     *
     * @param size the sum of all operations
     * @param fragments number of definitions
     * @param directives the largest number at one location
     */
    record Measured(Size size, int fragments, int directives) {}

    static Measured of(Document document) {
        DocumentAnalyzer measuring = new DocumentAnalyzer(document);
        Size size = Size.NONE;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            measuring.look(operation);
            operation.getVariableDefinitions().forEach((VariableDefinition variable) -> measuring.look(variable));
            Size own = measuring.of(operation.getSelectionSet());
            // validation covers all operations, although only one is executed
            size = size.beside(own);
        }
        // validation covers unused fragments, too
        measuring.fragments.values().forEach(fragment -> measuring.of(fragment.getName()));
        return new Measured(size, measuring.fragments.size(), measuring.directives);
    }

    private void look(DirectivesContainer<?> place) {
        directives = Math.max(directives, place.getDirectives().size());
    }

    private Size of(SelectionSet selections) {
        Size size = Size.NONE;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.beside(of(selection));
            }
        }
        return size;
    }

    private Size of(Selection<?> selection) {
        look((DirectivesContainer<?>) selection);
        if (selection instanceof Field field) {
            return of(field.getSelectionSet()).in(field);
        }
        return selection instanceof InlineFragment inline
                ? of(inline.getSelectionSet())
                : of(((FragmentSpread) selection).getName());
    }

    private Size of(String fragmentName) {
        Size known = measured.get(fragmentName);
        FragmentDefinition fragment = fragments.get(fragmentName);
        if (known != null || fragment == null) {
            return known == null ? Size.NONE : known;
        }
        // a cycle adds nothing; validation rejects it
        measured.put(fragmentName, Size.NONE);
        look(fragment);
        Size size = of(fragment.getSelectionSet());
        measured.put(fragmentName, size);
        return size;
    }

    /** Returns one error for each exceeded limit. */
    static List<CodedGraphQLError> tooMuch(Document document, LimitsConfig limits) {
        Measured measured = of(document);
        Size size = measured.size;
        return Stream.of(
                        new LimitCheck("depth", limits.depth(), size.depth),
                        new LimitCheck(
                                "introspection-depth",
                                limits.introspection() ? limits.introspectionDepth() : 0,
                                size.introspectionDepth),
                        new LimitCheck("fields", limits.fields(), size.fields),
                        new LimitCheck("aliases", limits.aliases(), size.aliases),
                        new LimitCheck("fragments", limits.fragments(), measured.fragments),
                        new LimitCheck("directives", limits.directives(), measured.directives))
                .filter(LimitCheck::isExceeded)
                .map(LimitCheck::error)
                .toList();
    }
}
