package org.bluehelmets.strength;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.PersonnelCategory;

/** The headcounts of one report by category. */
record StrengthBreakdown(Map<PersonnelCategory, Headcount> byCategory) {

    /** The breakdown of a scope that a report does not list: all counts are 0. */
    static final StrengthBreakdown EMPTY = new StrengthBreakdown(new EnumMap<>(PersonnelCategory.class));

    Headcount sum() {
        return Headcount.sum(byCategory.values());
    }

    /** Returns the total of a category, or of all categories for {@code ALL}. */
    int total(PersonnelCategory category) {
        return category == PersonnelCategory.ALL
                ? sum().total()
                : byCategory.getOrDefault(category, Headcount.ZERO).total();
    }

    /** Returns the categories with at least one person, in the order of the enum. */
    List<CategoryStrength> categories() {
        return byCategory.entrySet().stream()
                .filter(part -> part.getValue().total() > 0)
                .map(part -> new CategoryStrength(
                        part.getKey(),
                        part.getValue().total(),
                        part.getValue().women(),
                        part.getValue().men()))
                .toList();
    }
}
