package org.bluehelmets.strength;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bluehelmets.model.PersonnelCategory;

/** How many people of which kind one report counts. */
record StrengthBreakdown(Map<PersonnelCategory, Headcount> byCategory) {

    /** Of whom a report says nothing: it counts nobody. */
    static final StrengthBreakdown NOBODY = new StrengthBreakdown(new EnumMap<>(PersonnelCategory.class));

    Headcount all() {
        return Headcount.sum(byCategory.values());
    }

    /** How many people of a kind; of all kinds for {@code ALL}. */
    int total(PersonnelCategory category) {
        return category == PersonnelCategory.ALL
                ? all().total()
                : byCategory.getOrDefault(category, Headcount.NOBODY).total();
    }

    /** The kinds that somebody is of, in the order of the enum. */
    List<CategoryStrength> parts() {
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
