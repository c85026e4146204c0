package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.PersonnelCategory;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a category of personnel. */
@Description("Filters the category of personnel. All conditions must match.")
@Input("PersonnelCategoryFilter")
public class PersonnelCategoryFilter implements EnumFilter<PersonnelCategory> {

    @Description("Equal to this value.")
    public PersonnelCategory eq;

    @Description("Not equal to this value.")
    public PersonnelCategory ne;

    @Description("Equal to one of these values. An empty list matches nothing.")
    public List<@NonNull PersonnelCategory> in;

    @Description("Equal to none of these values.")
    public List<@NonNull PersonnelCategory> notIn;

    @Override
    public PersonnelCategory eq() {
        return eq;
    }

    @Override
    public PersonnelCategory ne() {
        return ne;
    }

    @Override
    public List<PersonnelCategory> in() {
        return in;
    }

    @Override
    public List<PersonnelCategory> notIn() {
        return notIn;
    }
}
