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
            InputValidator validator = new InputValidator(loader);
            Battalion battalion = new Battalion();
            // independent of the name, which may change
            battalion.key = UUID.randomUUID().toString();
            Set<String> foldedNames = new HashSet<>();
            battalion.name = uniqueName(validator, foldedNames, input.name, "name");
            battalion.aliases = new ArrayList<>();
            for (int i = 0; input.aliases != null && i < input.aliases.size(); i++) {
                battalion.aliases.add(
                        uniqueName(validator, foldedNames, input.aliases.get(i), "aliases", String.valueOf(i)));
            }
            battalion.nameKey = TextFolding.fold(battalion.name);
            battalion.aliasKeys = TextFolding.foldAll(battalion.aliases);
            battalion.unitKind = input.unitKind;
            battalion.nations = validator.findAtLeastOne(input.nations, validator::findNation, "nations");
            battalion.mission = validator.findMission(input.mission, "mission");
            battalion.parent = validator.findBattalion(input.parent, "parent");
            battalion.sector = validator.optionalText(input.sector, InputValidator.MAX_NAME_LENGTH, "sector");
            battalion.formedOn = validator.parseDate(input.formedOn, "formedOn");
            // the session also writes associations, which must not be null
            battalion.tasks = List.of();
            battalion.positions = Set.of();
            battalion.sources = Set.of();
            if (validator.hasErrors()) {
                return new BattalionPayload(null, validator.errors());
            }
            transaction.writeSession().insert(battalion);
            return new BattalionPayload(battalion, List.of());
        });
    }

    /**
     * Validates that no other unit has the name, and that the input contains it only once.
     *
     * @param foldedNames the names of the input so far, folded
     */
    private String uniqueName(InputValidator validator, Set<String> foldedNames, String text, String... path) {
        String name = validator.requireText(text, InputValidator.MAX_NAME_LENGTH, path);
        if (name != null) {
            if (!foldedNames.add(TextFolding.fold(name))) {
                validator.addError(
                        UserErrorCode.DUPLICATE,
                        "repeats the name %s. List each name once.".formatted(InputValidator.quote(name)),
                        path);
            } else if (loader.findBattalionByName(name) != null) {
                validator.addError(
                        UserErrorCode.DUPLICATE,
                        "must be unique, but a unit with the name %s exists. Choose another name, or use the existing unit."
                                .formatted(InputValidator.quote(name)),
                        path);
            }
        }
        return name;
    }
}
