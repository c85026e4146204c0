package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for a new deployment: a country's contingent in a mission for one rotation. */
@Input("DeploymentAddInput")
@Description("Input for a new deployment: a country's contingent in a mission for one rotation.")
public class DeploymentAddInput {

    @NonNull
    @Description("ISO 3166-1 alpha-3 code of the contributing country.")
    public String nation;

    @NonNull
    @Description("Acronym of the mission in which it serves.")
    public String mission;

    @Description("Name of the military unit in which the contingent serves.")
    public String battalion;

    @Description("Rotation number, counted from 1 within the same country, mission and unit.")
    public Integer rotation;

    @NonNull
    @Description("Status of the deployment.")
    public DeploymentStatus status;

    @Description("Start date, actual or planned, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String startsOn;

    @Description("End date, actual or planned, in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String endsOn;

    @Description("Military rank of the commander.")
    public String commanderRank;

    @Description("Full name of the commander.")
    public String commanderName;

    @Description("Other information from the sources.")
    public String note;

    @NonNull
    @Description("Keys of the sources, at least one.")
    public List<@NonNull String> sources;
}
