package org.bluehelmets.mutation;

import java.util.Optional;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Input for the update of a deployment. Omitted fields keep their values; null removes an optional value. */
@Input("DeploymentUpdateInput")
@Description("Input for a deployment update. Omitted fields keep their values; null clears dates and note.")
public class DeploymentUpdateInput {

    @Description("Status of the deployment.")
    public DeploymentStatus status;

    @Description(
            "Start date, actual or planned, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\". Null clears" + " it.")
    public Optional<String> startsOn;

    @Description(
            "End date, actual or planned, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\". Null clears" + " it.")
    public Optional<String> endsOn;

    @Description("Other information from the sources. Null clears it.")
    public Optional<String> note;
}
