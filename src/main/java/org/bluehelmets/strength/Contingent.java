package org.bluehelmets.strength;

import java.time.YearMonth;
import java.util.Set;
import org.bluehelmets.model.DeploymentStatus;
import org.bluehelmets.model.PartialDate;
import org.bluehelmets.model.PersonnelCategory;

/**
 * A contributing country's contingent in a mission: a deployment, or a unit with personnel counts but no deployment.
 *
 * @param deployment the surrogate key of the deployment; null for a unit without a deployment
 * @param unit the surrogate key of the unit; null if the deployment names none
 * @param rotation null if the rotations are not numbered
 * @param status null for a unit without a deployment
 * @param start null if unknown
 * @param end null if unknown
 * @param categories the categories of its personnel counts; empty if it has none
 * @param deployedMonths the months of its counts with status DEPLOYED
 */
record Contingent(
        Long deployment,
        Long unit,
        Integer rotation,
        DeploymentStatus status,
        PartialDate start,
        PartialDate end,
        Set<PersonnelCategory> categories,
        Set<YearMonth> deployedMonths) {

    /** Whether it may include personnel of a category; true if its categories are unknown. */
    boolean mayInclude(PersonnelCategory category) {
        return category == PersonnelCategory.ALL
                || categories.isEmpty()
                || categories.contains(PersonnelCategory.ALL)
                || categories.contains(category);
    }

    Contingent withDates(PartialDate start, PartialDate end) {
        return new Contingent(deployment, unit, rotation, status, start, end, categories, deployedMonths);
    }
}
