package org.bluehelmets.model;

import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A person as named by a source. */
@Embeddable
@Description("A person as named by a source.")
public class Person {

    @Description("Military rank, such as Major. Null if unknown.")
    public String rank;

    @NonNull
    @Description("Full name.")
    public String name;
}
