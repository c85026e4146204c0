package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Milestone;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Adds milestones. */
@GraphQLApi
@ApplicationScoped
public class MilestoneMutations {

    private final EntityLoader loader;

    MilestoneMutations(EntityLoader loader) {
        this.loader = loader;
    }

    @Mutation("milestoneAdd")
    @NonNull
    @Description("Adds a milestone: a past or planned event.")
    public MilestonePayload milestoneAdd(@NonNull @Description("Milestone to add.") MilestoneAddInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator validator = new InputValidator(loader);
            Milestone milestone = new Milestone();
            milestone.key = UUID.randomUUID().toString();
            milestone.kind = input.kind;
            milestone.date = validator.parseDate(input.date, "date");
            milestone.title = validator.requireText(input.title, InputValidator.MAX_NOTE_LENGTH, "title");
            milestone.titleKey = TextFolding.fold(milestone.title);
            milestone.nations = validator.findAll(input.nations, validator::findNation, "nations");
            milestone.missions = validator.findAll(input.missions, validator::findMission, "missions");
            milestone.battalions = validator.findAll(input.battalions, validator::findBattalion, "battalions");
            milestone.sources = validator.findAtLeastOne(input.sources, validator::findSource, "sources");
            if (MilestoneRepository.existsDuplicate(transaction.readSession(), milestone)) {
                validator.addError(
                        UserErrorCode.DUPLICATE,
                        "must be unique, but a milestone with this title, kind and date exists. Use the existing milestone.",
                        "title");
            }
            if (validator.hasErrors()) {
                return new MilestonePayload(null, validator.errors());
            }
            transaction.writeSession().insert(milestone);
            return new MilestonePayload(milestone, List.of());
        });
    }
}
