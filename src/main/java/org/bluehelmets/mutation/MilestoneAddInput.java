package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.MilestoneKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that happened, or is due to. */
@Input("MilestoneAddInput")
@Description("Something that happened, or is due to.")
public class MilestoneAddInput {

    @NonNull
    @Description("What it marks.")
    public MilestoneKind kind;

    @Description("When: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String date;

    @NonNull
    @Description("What happened, in a sentence.")
    public String title;

    @Description("The codes of the nations that it concerns.")
    public List<@NonNull String> nations;

    @Description("The acronyms of the missions that it concerns.")
    public List<@NonNull String> missions;

    @Description("The names of the units that it concerns.")
    public List<@NonNull String> battalions;

    @NonNull
    @Description("The keys of the sources that speak of it, at least one.")
    public List<@NonNull String> sources;
}
