package org.bluehelmets.strength;

import org.bluehelmets.model.PersonnelCategory;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** The people of one kind in an official report. */
@Description("The people of one kind in an official report.")
public record CategoryStrength(
        @NonNull @Description("What kind of personnel.") PersonnelCategory category,

        @NonNull @Description("How many people, women and men together.")
        Integer total,

        @Description("How many of them are women; null where gender is not reported.")
        Integer women,

        @Description("How many of them are men; null where gender is not reported.")
        Integer men) {}
