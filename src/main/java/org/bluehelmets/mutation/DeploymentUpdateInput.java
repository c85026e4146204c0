package org.bluehelmets.mutation;

import java.util.Optional;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** How a deployment went on. What is not given stays. */
@Input("DeploymentUpdateInput")
@Description("How a deployment went on. What is not given stays; dates and note given as null become unknown.")
public class DeploymentUpdateInput {

    @Description("How far it has come.")
    public DeploymentStatus status;

    @Description("When it began, or is due to: \"2018\", \"2018-10\" or \"2018-10-31\"; null: nobody knows.")
    public Optional<String> startsOn;

    @Description("When it ended, or is due to; null: nobody knows.")
    public Optional<String> endsOn;

    @Description("What else its sources say of it; null: nothing.")
    public Optional<String> note;
}
