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
    private static final int MAX_KEY_LENGTH = 100;

    /** The prefix of the keys of datasets, whose sources the imports create. */
    private static final String DATASET_PREFIX = "un-";

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
            InputValidator validator = new InputValidator(loader);
            Source source = new Source();
            source.key = validateKey(validator, input.key);
            // null means that the argument is absent
            source.kind = input.kind == null ? SourceKind.ARTICLE : input.kind;
            source.title = validator.requireText(input.title, InputValidator.MAX_NAME_LENGTH, "title");
            source.publisher = validator.requireText(input.publisher, InputValidator.MAX_NAME_LENGTH, "publisher");
            source.author = validator.optionalText(input.author, InputValidator.MAX_NAME_LENGTH, "author");
            source.titleKey = TextFolding.fold(source.title);
            source.publisherKey = TextFolding.fold(source.publisher);
            source.authorKey = source.author == null ? "" : TextFolding.fold(source.author);
            source.publishedOn = validator.parseDate(input.publishedOn, "publishedOn");
            validator.requireNotInFuture(source.publishedOn, "publishedOn");
            source.url = validator.parseUrl(input.url, "url");
            source.note = validator.optionalText(input.note, InputValidator.MAX_NOTE_LENGTH, "note");
            if (validator.hasErrors()) {
                return new SourcePayload(null, validator.errors());
            }
            transaction.writeSession().insert(source);
            return new SourcePayload(source, List.of());
        });
    }

    private String validateKey(InputValidator validator, String key) {
        if (key.length() > MAX_KEY_LENGTH || !KEY.matcher(key).matches()) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "must have lower-case letters, digits and single hyphens, at most %s, such as diplomat-2020."
                            .formatted(MAX_KEY_LENGTH),
                    "key");
        } else if (key.startsWith(DATASET_PREFIX)) {
            validator.addError(
                    UserErrorCode.INVALID,
                    "must not begin with \"%s\", which is reserved for imported UN datasets. Choose another key."
                            .formatted(DATASET_PREFIX),
                    "key");
        } else if (loader.findByKey(EntityDescriptor.SOURCES, key) != null) {
            validator.addError(
                    UserErrorCode.DUPLICATE,
                    "must be unique, but a source with the key %s exists. Choose another key, or use the existing source."
                            .formatted(InputValidator.quote(key)),
                    "key");
        }
        return key;
    }
}
