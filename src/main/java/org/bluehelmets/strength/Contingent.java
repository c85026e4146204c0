package org.bluehelmets.strength;

import java.time.YearMonth;
import java.util.Set;
import org.bluehelmets.model.DeploymentStatus;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCategory;

/**
 * A nation's contingent in a mission: a deployment, or a unit that figures count without naming a deployment.
 *
 * @param deployment the surrogate key of the deployment; null for a unit that only figures name
 * @param unit the surrogate key of the unit; null where the deployment names none
 * @param rotation null where rotations are not counted
 * @param status null for a unit that only figures name
 * @param start null where it is unknown
 * @param end null where it is unknown
 * @param categories of whom it consists, as its figures say; empty where it has no figures
 * @param seen the months in which a figure says that it was deployed
 */
record Contingent(
        Long deployment,
        Long unit,
        Integer rotation,
        DeploymentStatus status,
        PartialDate start,
        PartialDate end,
        Set<PersonnelCategory> categories,
        Set<YearMonth> seen) {

    /** Whether a total of a category may count it; it may where its own categories are unknown. */
    boolean mayBeIn(PersonnelCategory category) {
        return category == PersonnelCategory.ALL
                || categories.isEmpty()
                || categories.contains(PersonnelCategory.ALL)
                || categories.contains(category);
    }

    Contingent within(PartialDate start, PartialDate end) {
        return new Contingent(deployment, unit, rotation, status, start, end, categories, seen);
    }
}
