package org.bluehelmets.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Pattern;
import org.bluehelmets.database.RequestTransaction;
import org.bluehelmets.database.TextFolding;
import org.bluehelmets.dataloading.EntityLoader;
import org.bluehelmets.model.Source;
import org.bluehelmets.model.SourceKind;
import org.bluehelmets.query.EntityDescriptor;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Adds sources. */
@GraphQLApi
@ApplicationScoped
public class SourceMutations {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 100;

    /** Imports make these themselves. */
    private static final String OF_DATASETS = "un-";

    private final EntityLoader loader;

    SourceMutations(EntityLoader loader) {
        this.loader = loader;
    }

    @Mutation("sourceAdd")
    @NonNull
    @Description("Adds an article or dataset as a source of personnel counts.")
    public SourcePayload sourceAdd(@NonNull @Description("Source to add.") SourceAddInput input) {
        RequestTransaction transaction = RequestTransaction.currentReadWrite();
        return loader.withClearedCaches(() -> {
            InputValidator checks = new InputValidator(loader);
            Source source = new Source();
            source.key = key(checks, input.key);
            // given as null it is not given
            source.kind = input.kind == null ? SourceKind.ARTICLE : input.kind;
            source.title = checks.text(input.title, InputValidator.LONGEST_NAME, "title");
            source.publisher = checks.text(input.publisher, InputValidator.LONGEST_NAME, "publisher");
            source.author = checks.optional(input.author, InputValidator.LONGEST_NAME, "author");
            source.titleKey = TextFolding.fold(source.title);
            source.publisherKey = TextFolding.fold(source.publisher);
            source.authorKey = source.author == null ? "" : TextFolding.fold(source.author);
            source.publishedOn = checks.date(input.publishedOn, "publishedOn");
            checks.past(source.publishedOn, "publishedOn");
            source.url = checks.url(input.url, "url");
            source.note = checks.optional(input.note, InputValidator.LONGEST_NOTE, "note");
            if (checks.failed()) {
                return new SourcePayload(null, checks.errors());
            }
            transaction.writeSession().insert(source);
            return new SourcePayload(source, List.of());
        });
    }

    private String key(InputValidator checks, String key) {
        if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
            checks.fault(
                    UserErrorCode.INVALID,
                    "write small letters, digits and single hyphens, at most %s, such as diplomat-2020"
                            .formatted(LONGEST_KEY),
                    "key");
        } else if (key.startsWith(OF_DATASETS)) {
            checks.fault(
                    UserErrorCode.INVALID,
                    "keys that begin with un- are for the datasets of the UN, which are imported; choose another",
                    "key");
        } else if (loader.findByKey(EntityDescriptor.SOURCES, key) != null) {
            checks.fault(
                    UserErrorCode.DUPLICATE,
                    "there is a source %s already; choose another key, or use that one"
                            .formatted(InputValidator.shown(key)),
                    "key");
        }
        return key;
    }
}
