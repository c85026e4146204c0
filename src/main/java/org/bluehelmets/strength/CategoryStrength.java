package org.bluehelmets.strength;

import org.bluehelmets.model.PersonnelCategory;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Number of people of one category in an official report. */
@Description("Number of people of one category in an official report.")
public record CategoryStrength(
        @NonNull @Description("Category of personnel.") PersonnelCategory category,

        @NonNull @Description("Number of people, women and men together.")
        Integer total,

        @Description("Number of women. Null if the report does not give gender.")
        Integer women,

        @Description("Number of men. Null if the report does not give gender.")
        Integer men) {}
