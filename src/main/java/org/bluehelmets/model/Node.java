package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An object with a global id, which the field {@code node} finds (Relay specification). */
@Description("An object with a global id.")
public interface Node {

    /** The global id, see {@link GlobalId}. */
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    String getId();
}
