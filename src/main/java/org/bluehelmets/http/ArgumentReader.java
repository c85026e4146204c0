package org.bluehelmets.http;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.bluehelmets.query.BadUserInput;

/** Turns the arguments of a field, which GraphQL has checked against the schema, into the types of a resolver. */
final class ArgumentReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .withConfigOverride(LocalDate.class, date -> date.setFormat(JsonFormat.Value.forLeniency(false)))
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.PUBLIC_ONLY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .build();

    private ArgumentReader() {}

    /** @throws BadUserInput where a value fits the schema but means nothing, such as a day that does not exist */
    static Object read(String name, Object value, Type type) {
        if (value == null || value.getClass() == type) {
            return value;
        }
        try {
            return JSON.convertValue(value, JSON.constructType(type));
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof InvalidFormatException invalid && invalid.getTargetType() == LocalDate.class) {
                throw new BadUserInput("%s is \"%s\"; write a day that exists, as YYYY-MM-DD"
                        .formatted(path(name, invalid), invalid.getValue()));
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
