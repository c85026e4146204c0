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
    record SelectionSize(long fields, long aliases, int depth, int introspectionDepth) {

        static final SelectionSize NONE = new SelectionSize(0, 0, 0, 0);

        /** The highest count, above every limit. Sums of two counts do not overflow. */
        private static final long MAX_COUNT = Integer.MAX_VALUE;

        SelectionSize plus(SelectionSize other) {
            return new SelectionSize(
                    Math.min(fields + other.fields, MAX_COUNT),
                    Math.min(aliases + other.aliases, MAX_COUNT),
                    Math.max(depth, other.depth),
                    Math.max(introspectionDepth, other.introspectionDepth));
        }

        private SelectionSize nestedIn(Field field) {
            boolean introspection =
                    field.getName().equals("__schema") || field.getName().equals("__type");
            return new SelectionSize(
                    Math.min(fields + 1, MAX_COUNT),
                    Math.min(aliases + (field.getAlias() == null ? 0 : 1), MAX_COUNT),
                    introspection ? 1 : depth + 1,
                    introspection ? depth + 1 : introspectionDepth);
        }
    }

    private final Map<String, FragmentDefinition> fragments;
    private final Map<String, SelectionSize> fragmentSizes = new HashMap<>();
    private int maxDirectives;

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
    record Analysis(SelectionSize size, int fragments, int directives) {}

    static Analysis analyze(Document document) {
        DocumentAnalyzer analyzer = new DocumentAnalyzer(document);
        SelectionSize size = SelectionSize.NONE;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            analyzer.countDirectives(operation);
            operation
                    .getVariableDefinitions()
                    .forEach((VariableDefinition variable) -> analyzer.countDirectives(variable));
            SelectionSize own = analyzer.sizeOf(operation.getSelectionSet());
            // validation covers all operations, although only one is executed
            size = size.plus(own);
        }
        // validation covers unused fragments, too
        analyzer.fragments.values().forEach(fragment -> analyzer.sizeOf(fragment.getName()));
        return new Analysis(size, analyzer.fragments.size(), analyzer.maxDirectives);
    }

    private void countDirectives(DirectivesContainer<?> location) {
        maxDirectives = Math.max(maxDirectives, location.getDirectives().size());
    }

    private SelectionSize sizeOf(SelectionSet selections) {
        SelectionSize size = SelectionSize.NONE;
        if (selections != null) {
            for (Selection<?> selection : selections.getSelections()) {
                size = size.plus(sizeOf(selection));
            }
        }
        return size;
    }

    private SelectionSize sizeOf(Selection<?> selection) {
        countDirectives((DirectivesContainer<?>) selection);
        if (selection instanceof Field field) {
            return sizeOf(field.getSelectionSet()).nestedIn(field);
        }
        return selection instanceof InlineFragment inline
                ? sizeOf(inline.getSelectionSet())
                : sizeOf(((FragmentSpread) selection).getName());
    }

    private SelectionSize sizeOf(String fragmentName) {
        SelectionSize cached = fragmentSizes.get(fragmentName);
        FragmentDefinition fragment = fragments.get(fragmentName);
        if (cached != null || fragment == null) {
            return cached == null ? SelectionSize.NONE : cached;
        }
        // a cycle adds nothing; validation rejects it
        fragmentSizes.put(fragmentName, SelectionSize.NONE);
        countDirectives(fragment);
        SelectionSize size = sizeOf(fragment.getSelectionSet());
        fragmentSizes.put(fragmentName, size);
        return size;
    }

    /** Returns one error for each exceeded limit. */
    static List<CodedGraphQLError> findExceededLimits(Document document, LimitsConfig limits) {
        Analysis analysis = analyze(document);
        SelectionSize size = analysis.size;
        return Stream.of(
                        new LimitCheck("depth", limits.depth(), size.depth),
                        new LimitCheck(
                                "introspection-depth",
                                limits.introspection() ? limits.introspectionDepth() : 0,
                                size.introspectionDepth),
                        new LimitCheck("fields", limits.fields(), size.fields),
                        new LimitCheck("aliases", limits.aliases(), size.aliases),
                        new LimitCheck("fragments", limits.fragments(), analysis.fragments),
                        new LimitCheck("directives", limits.directives(), analysis.directives))
                .filter(LimitCheck::isExceeded)
                .map(LimitCheck::error)
                .toList();
    }
}
