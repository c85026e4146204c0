package org.bluehelmets.mutation;

import java.util.List;
import org.bluehelmets.model.MilestoneKind;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Input for a new milestone: a past or planned event. */
@Input("MilestoneAddInput")
@Description("Input for a new milestone: a past or planned event.")
public class MilestoneAddInput {

    @NonNull
    @Description("Kind of event.")
    public MilestoneKind kind;

    @Description("Date of the event in ISO 8601: \"2018\", \"2018-10\" or \"2018-10-31\".")
    public String date;

    @NonNull
    @Description("Description of the event in one sentence.")
    public String title;

    @Description("ISO 3166-1 alpha-3 codes of the countries concerned.")
    public List<@NonNull String> nations;

    @Description("Acronyms of the missions concerned.")
    public List<@NonNull String> missions;

    @Description("Names of the military units concerned.")
    public List<@NonNull String> battalions;

    @NonNull
    @Description("Keys of the sources, at least one.")
    public List<@NonNull String> sources;
}
