package org.bluehelmets.query;

import java.util.List;
import org.bluehelmets.model.PersonnelCategory;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Conditions on a category of personnel. */
@Description("Conditions on a category of personnel, which hold together.")
@Input("PersonnelCategoryFilter")
public class PersonnelCategoryFilter implements EnumFilter<PersonnelCategory> {

    @Description("Equal.")
    public PersonnelCategory eq;

    @Description("Not equal.")
    public PersonnelCategory ne;

    @Description("One of these; an empty list lets nothing through.")
    public List<@NonNull PersonnelCategory> in;

    @Description("None of these.")
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
