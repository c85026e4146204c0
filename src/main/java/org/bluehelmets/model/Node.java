package org.bluehelmets.model;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Anything with a global id: an object that Relay's {@code node} field can fetch again. */
@Description("An object with a global id.")
public interface Node {

    /** The global id, see {@link GlobalId}. */
    @Id
    @NonNull
    @Description("Global id. Opaque; identical in every database.")
    String getId();
}
