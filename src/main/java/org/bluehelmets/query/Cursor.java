package org.bluehelmets.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.bluehelmets.database.StorableText;

/**
 * The position of a row in an ordered list: the values of the sort keys. A cursor stays valid when rows are added or
 * removed, because it is not an offset.
 *
 * @param values one for each term of the sort; null if the row has no value
 */
public record Cursor(List<Object> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static <E> String encode(Sort<E> sort, E row) {
        ArrayNode values = JSON.createArrayNode();
        for (Sort.Term<E> term : sort.terms()) {
            Object value = term.key().value().apply(row);
            values.addPOJO(value instanceof LocalDate date ? date.toString() : value);
        }
        try {
            return encoded(JSON.writeValueAsBytes(List.of(checksum(sort, values), values)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Decodes a cursor of a client.
     *
     * @throws BadUserInputException if {@link #encode} did not create the text for a list with this sort
     */
    public static Cursor decode(String argument, String text, Sort<?> sort) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            JsonNode payload = JSON.readTree(bytes);
            JsonNode values = payload.path(1);
            // the decoder accepts some texts that the encoder never creates
            if (encoded(bytes).equals(text)
                    && values instanceof ArrayNode array
                    && array.size() == sort.terms().size()
                    && payload.path(0).asLong(-1) == checksum(sort, array)) {
                List<Object> decoded = new ArrayList<>();
                for (int i = 0; i < array.size(); i++) {
                    decoded.add(value(array.get(i), sort.terms().get(i).key()));
                }
                return new Cursor(decoded);
            }
        } catch (IllegalArgumentException | IOException | DateTimeException invalid) {
            // rejected below, like cursors of other lists
        }
        throw new BadUserInputException(
                "`%s` is not a cursor of this list in this order. Use a cursor from `edges` or `pageInfo` of the list."
                        .formatted(argument));
    }

    private static String encoded(byte[] payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
    }

    private static Object value(JsonNode node, SortKey<?> key) {
        if (node.isNull() && key.nullable()) {
            return null;
        }
        if (key.type() == Integer.class && node.isInt()) {
            return node.intValue();
        }
        if (key.type() != Integer.class && node.isTextual() && StorableText.is(node.textValue())) {
            return key.type() == LocalDate.class ? LocalDate.parse(node.textValue()) : node.textValue();
        }
        throw new IllegalArgumentException("not of the type " + key.type().getSimpleName());
    }

    private static long checksum(Sort<?> sort, ArrayNode values) {
        CRC32 crc = new CRC32();
        crc.update(sort.signature().getBytes(UTF_8));
        crc.update(values.toString().getBytes(UTF_8));
        return crc.getValue();
    }
}
