package org.bluehelmets.model;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A person as a source names them. */
@Embeddable
@Description("A person as a source names them.")
public class Person {

    @Description("The military rank, such as Major.")
    public String rank;

    @NonNull
    @Description("The full name.")
    public String name;
}
