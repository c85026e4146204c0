package org.bluehelmets.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.dataloading.ListAssociation;
import org.bluehelmets.model.Battalion;
import org.bluehelmets.model.Deployment;
import org.bluehelmets.model.Mission;
import org.bluehelmets.model.Nation;
import org.bluehelmets.model.PersonnelCount;
import org.bluehelmets.model.Revision;
import org.bluehelmets.model.Source;
import org.bluehelmets.query.ConnectionArguments;
import org.bluehelmets.query.EntityDescriptor;
import org.bluehelmets.query.PageRequest;
import org.bluehelmets.query.PersonnelCountFilter;
import org.bluehelmets.query.PersonnelCountOrder;
import org.bluehelmets.strength.Corroboration;
import org.bluehelmets.strength.StrengthService;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

/** Queries of personnel counts and the fields of a count that load other data. */
@GraphQLApi
@ApplicationScoped
public class PersonnelCountApi {

    private final EntityLoader loader;
    private final StrengthService strengthService;

    PersonnelCountApi(EntityLoader loader, StrengthService strengthService) {
        this.loader = loader;
        this.strengthService = strengthService;
    }

    @Query("personnelCounts")
    @NonNull
    @Description("Lists personnel counts, by default sorted by date, oldest first.")
    public PersonnelCountConnection personnelCounts(
            @Description(ArgumentDescriptions.FILTER) PersonnelCountFilter filter,
            @Description(ArgumentDescriptions.ORDER_BY) List<PersonnelCountOrder> orderBy,
            @Description(ArgumentDescriptions.FIRST) Integer first,
            @Description(ArgumentDescriptions.AFTER) String after,
            @Description(ArgumentDescriptions.LAST) Integer last,
            @Description(ArgumentDescriptions.BEFORE) String before) {
        var request = PageRequest.of(
                EntityDescriptor.PERSONNEL_COUNTS,
                filter,
                orderBy,
                new ConnectionArguments(first, after, last, before));
        return new PersonnelCountConnection(loader.findPage(request));
    }

    @Description("The contributing country. Null for a count of all countries together.")
    public CompletionStage<Nation> nation(@org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadReference(Nation.class, personnelCount.nation);
    }

    @Description("Mission that the count covers. Null for a count of all UN missions together, or of the missions"
            + " named in the note.")
    public CompletionStage<Mission> mission(@org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadReference(Mission.class, personnelCount.mission);
    }

    @Description("Military unit that the count covers. Null if the source names none.")
    public CompletionStage<Battalion> battalion(
            @org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadReference(Battalion.class, personnelCount.battalion);
    }

    @Description("Deployment that the count covers. Null if the source names none.")
    public CompletionStage<Deployment> deployment(
            @org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadReference(Deployment.class, personnelCount.deployment);
    }

    @NonNull
    @Description("Source of the count.")
    public CompletionStage<@NonNull Source> source(
            @org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadReference(Source.class, personnelCount.source);
    }

    @Description("Comparison of the count with the official report. Null for the counts of official reports.")
    public CompletionStage<Corroboration> corroboration(
            @org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return strengthService.corroboration(personnelCount);
    }

    @NonNull
    @Description("Versions of the count, newest first, with author, time and reason of each change.")
    public CompletionStage<@NonNull List<@NonNull Revision>> history(
            @org.eclipse.microprofile.graphql.Source PersonnelCount personnelCount) {
        return loader.loadList(ListAssociation.COUNT_REVISIONS, personnelCount)
                .thenApply(revisions -> revisions.isEmpty()
                        ? List.of(Revision.ofRecorded(personnelCount))
                        // A subscriber receives each version, even if there are newer ones.
                        : revisions.stream()
                                .filter(revision -> revision.version <= personnelCount.version)
                                .toList());
    }

    @NonNull
    @Description("Source of the count.")
    public CompletionStage<@NonNull Source> source(@org.eclipse.microprofile.graphql.Source Revision revision) {
        return loader.loadReference(Source.class, revision.source);
    }
}
