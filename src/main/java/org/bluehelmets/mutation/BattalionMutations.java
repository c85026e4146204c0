package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Battalion;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Adds military units. */
@GraphQLApi
@ApplicationScoped
public class BattalionMutations {

    private final EntityLoader loader;

    BattalionMutations(EntityLoader loader) {
        this.loader = loader;
    }

    @Mutation("battalionAdd")
    @NonNull
    @Description("Adds a military unit.")
    public BattalionPayload battalionAdd(@NonNull @Description("Military unit to add.") BattalionAddInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            Battalion battalion = new Battalion();
            // no part of the name, which may change
            battalion.key = UUID.randomUUID().toString();
            Set<String> names = new HashSet<>();
            battalion.name = name(checks, names, input.name, "name");
            battalion.aliases = new ArrayList<>();
            for (int i = 0; input.aliases != null && i < input.aliases.size(); i++) {
                battalion.aliases.add(name(checks, names, input.aliases.get(i), "aliases", String.valueOf(i)));
            }
            battalion.nameKey = TextFolding.fold(battalion.name);
            battalion.aliasKeys = TextFolding.foldAll(battalion.aliases);
            battalion.unitKind = input.unitKind;
            battalion.nations = checks.some(input.nations, checks::nation, "nations");
            battalion.mission = checks.mission(input.mission, "mission");
            battalion.parent = checks.battalion(input.parent, "parent");
            battalion.sector = checks.optional(input.sector, InputValidator.LONGEST_NAME, "sector");
            battalion.formedOn = checks.date(input.formedOn, "formedOn");
            // the session writes these too
            battalion.tasks = List.of();
            battalion.positions = Set.of();
            battalion.sources = Set.of();
            if (checks.failed()) {
                return new BattalionPayload(null, checks.errors());
            }
            transaction.writeSession().insert(battalion);
            return new BattalionPayload(battalion, List.of());
        });
    }

    /** A name by which no other unit is found. */
    private String name(InputValidator checks, Set<String> others, String text, String... path) {
        String name = checks.text(text, InputValidator.LONGEST_NAME, path);
        if (name != null) {
            if (!others.add(TextFolding.fold(name))) {
                checks.fault(
                        UserErrorCode.DUPLICATE, InputValidator.shown(name) + " is there twice; write it once", path);
            } else if (loader.findBattalionByName(name) != null) {
                checks.fault(
                        UserErrorCode.DUPLICATE,
                        "there is a unit %s already; choose another name, or use that one"
                                .formatted(InputValidator.shown(name)),
                        path);
            }
        }
        return name;
    }
}
