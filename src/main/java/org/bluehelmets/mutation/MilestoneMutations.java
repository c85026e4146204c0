package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
            InputValidator checks = new InputValidator(loader);
            Milestone milestone = new Milestone();
            milestone.key = UUID.randomUUID().toString();
            milestone.kind = input.kind;
            milestone.date = checks.date(input.date, "date");
            milestone.title = checks.text(input.title, InputValidator.LONGEST_NOTE, "title");
            milestone.titleKey = TextFolding.fold(milestone.title);
            milestone.nations = checks.each(input.nations, checks::nation, "nations");
            milestone.missions = checks.each(input.missions, checks::mission, "missions");
            milestone.battalions = checks.each(input.battalions, checks::battalion, "battalions");
            milestone.sources = checks.some(input.sources, checks::source, "sources");
            if (isThere(transaction, milestone)) {
                checks.fault(UserErrorCode.DUPLICATE, "there is a milestone with this title and date already", "title");
            }
            if (checks.failed()) {
                return new MilestonePayload(null, checks.errors());
            }
            transaction.writeSession().insert(milestone);
            return new MilestonePayload(milestone, List.of());
        });
    }

    private static boolean isThere(RequestTransaction transaction, Milestone milestone) {
        return transaction
                        .readSession()
                        .createSelectionQuery(
                                "select count(*) from Milestone m where m.title = :title and m.kind = :kind"
                                        + " and m.date.date is not distinct from :date",
                                Long.class)
                        .setParameter("title", milestone.title)
                        .setParameter("kind", milestone.kind)
                        .setParameter("date", milestone.date == null ? null : milestone.date.date, LocalDate.class)
                        .getSingleResult()
                > 0;
    }
}
