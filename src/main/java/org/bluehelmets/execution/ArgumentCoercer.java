package org.bluehelmets.execution;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.bluehelmets.database.StorableText;
import org.bluehelmets.query.BadUserInputException;

/** Converts the arguments of a field, which graphql-java has validated, to the parameter types of the resolver. */
final class ArgumentCoercer {

    private static final ObjectMapper JSON = JsonMapper.builder()
            // Optional distinguishes absent values from null
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addDeserializer(LocalDate.class, new DateDeserializer())
                    .addDeserializer(String.class, new TextDeserializer()))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.PUBLIC_ONLY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    /** Parses dates with years of four digits. Other years have several notations and exceed the range of databases. */
    private static final class DateDeserializer extends StdDeserializer<LocalDate> {

        private static final int LENGTH = "YYYY-MM-DD".length();

        DateDeserializer() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                if (text.length() == LENGTH) {
                    return LocalDate.parse(text);
                }
            } catch (DateTimeException e) {
                // rejected below
            }
            throw context.weirdStringException(text, LocalDate.class, "not a date");
        }
    }

    /** Parses text that the database can store. */
    private static final class TextDeserializer extends StdDeserializer<String> {

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (!StorableText.is(text)) {
                throw context.weirdStringException(text, String.class, "not storable");
            }
            return text;
        }
    }

    private static final String INVALID_CHARACTER = " must not contain the character U+0000";

    private ArgumentCoercer() {}

    /** @throws BadUserInputException if a value fits the schema but is invalid, such as a date that does not exist */
    static Object coerce(String name, Object value, Type type) {
        if (value instanceof String text && !StorableText.is(text)) {
            throw new BadUserInputException(name + INVALID_CHARACTER);
        }
        if (value == null || value.getClass() == type) {
            return value;
        }
        try {
            return JSON.convertValue(value, JSON.constructType(type));
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof InvalidFormatException invalid && invalid.getTargetType() == LocalDate.class) {
                throw new BadUserInputException("%s must be an existing date in the format YYYY-MM-DD, but was \"%s\""
                        .formatted(path(name, invalid), invalid.getValue()));
            }
            if (e.getCause() instanceof InvalidFormatException invalid && invalid.getTargetType() == String.class) {
                throw new BadUserInputException(path(name, invalid) + INVALID_CHARACTER);
            }
            throw e;
        }
    }

    private static String path(String name, JsonMappingException e) {
        return name
                + e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                        .collect(Collectors.joining());
    }
}
