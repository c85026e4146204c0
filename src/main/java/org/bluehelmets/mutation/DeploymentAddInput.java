package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.DeploymentStatus;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A nation's contingent in a mission for one rotation. */
@Input("DeploymentAddInput")
@Description("A nation's contingent in a mission for one rotation.")
public class DeploymentAddInput {

    @NonNull
    @Description("The code of the nation that sends it.")
    public String nation;

    @NonNull
    @Description("The acronym of the mission it serves in.")
    public String mission;

    @Description("The name of the unit it serves in.")
    public String battalion;

    @Description("Which rotation it is, counted from 1, of this nation, mission and unit.")
    public Integer rotation;

    @NonNull
    @Description("How far it has come.")
    public DeploymentStatus status;

    @Description("When it began, or is due to: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String startsOn;

    @Description("When it ended, or is due to.")
    public String endsOn;

    @Description("The rank of who commands it.")
    public String commanderRank;

    @Description("The full name of who commands it.")
    public String commanderName;

    @Description("What else its sources say of it.")
    public String note;

    @NonNull
    @Description("The keys of the sources that speak of it, at least one.")
    public List<@NonNull String> sources;
}
