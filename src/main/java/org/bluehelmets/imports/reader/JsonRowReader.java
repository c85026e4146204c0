package org.bluehelmets.imports.reader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Reads the objects of a JSON array, or of the only array of objects in an enclosing object. The columns are the names in the
 * first objects, because some files omit null values.
 */
final class JsonRowReader implements RowReader {

    private static final int OBJECTS_READ_FOR_HEADER = 100;
    private static final int MAX_NAMES = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LineLimitReader.MAX_LENGTH)
                    .build())
            .build();

    /** An element of the array, or the reason why it cannot be read. */
    private record Element(long line, Map<String, String> values, String error) {}

    private final JsonParser parser;

    /** Whether an object encloses the array. */
    private final boolean enclosed;

    /** The name of the array in the enclosing object. */
    private String arrayName;

    /** Whether the parser is already at the start of an element. */
    private boolean atElement;

    private final Queue<Element> headerElements = new ArrayDeque<>();
    private final Header header;

    JsonRowReader(Reader reader) throws IOException, UnreadableFileException {
        parser = JSON.createParser(reader);
        enclosed = nextToken() == JsonToken.START_OBJECT;
        if (enclosed && !findArray()) {
            throw new UnreadableFileException(
                    "the JSON object contains no array of objects; write the rows as an array, such as [{…}, {…}]");
        }
        Set<String> names = new LinkedHashSet<>();
        while (headerElements.size() < OBJECTS_READ_FOR_HEADER) {
            Element element = readElement();
            if (element == null) {
                break;
            }
            headerElements.add(element);
            if (element.error == null) {
                names.addAll(element.values.keySet());
            }
        }
        if (names.isEmpty()) {
            throw new UnreadableFileException("the JSON array contains no objects");
        }
        header = new Header(new ArrayList<>(names));
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public InputRow next() throws UnreadableFileException {
        Element element = headerElements.isEmpty() ? readElement() : headerElements.remove();
        if (element == null) {
            return null;
        }
        if (element.error != null) {
            return new InputRow(element.line, header, List.of(), element.error);
        }
        String[] values = new String[header.width()];
        element.values.forEach((name, value) -> {
            int index = header.indexOf(name);
            if (index >= 0) {
                values[index] = value;
            }
        });
        return new InputRow(element.line, header, Arrays.asList(values), null);
    }

    /** Returns the next element of the array, or null after its end. */
    private Element readElement() throws UnreadableFileException {
        JsonToken token = parser.isClosed() ? null : atElement ? parser.currentToken() : nextToken();
        atElement = false;
        long line = parser.currentTokenLocation().getLineNr();
        if (token == null) {
            return null;
        }
        if (token == JsonToken.END_ARRAY) {
            String first = arrayName;
            if (enclosed && findArray()) {
                throw new UnreadableFileException("the file has two arrays, \"%s\" and \"%s\"; import them separately"
                        .formatted(first, arrayName));
            }
            if (nextToken() != null) {
                throw new UnreadableFileException(
                        "the file has more content after the array, which ends in line %s".formatted(line));
            }
            return null;
        }
        try {
            if (token == JsonToken.START_OBJECT) {
                Map<String, String> values = readObject();
                return values == null
                        ? new Element(line, null, "two names in the object differ only in case")
                        : new Element(line, values, null);
            }
            parser.skipChildren();
            return new Element(line, null, "the array element is not a JSON object");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Advances to the first element of the next array of objects, or to the end of the enclosing object. Ignores other
     * members, such as counts and column names.
     */
    private boolean findArray() throws UnreadableFileException {
        try {
            while (nextToken() == JsonToken.FIELD_NAME) {
                arrayName = parser.currentName();
                JsonToken value = nextToken();
                if (value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                value = nextToken();
                if (value == JsonToken.START_OBJECT) {
                    atElement = true;
                    return true;
                }
                for (; value != JsonToken.END_ARRAY; value = nextToken()) {
                    parser.skipChildren();
                }
            }
            return false;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JsonToken nextToken() throws UnreadableFileException {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Reads the current object. Returns null if two of its names are the same column. Nested arrays and objects count as
     * null.
     */
    private Map<String, String> readObject() throws IOException, UnreadableFileException {
        Map<String, String> values = new LinkedHashMap<>();
        boolean ambiguous = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = Header.normalized(parser.currentName());
            JsonToken token = parser.nextToken();
            parser.skipChildren();
            ambiguous |= values.containsKey(name);
            values.put(name, JsonCell.text(parser, token, name));
            if (values.size() > MAX_NAMES) {
                throw new UnreadableFileException("an object has more than %s names".formatted(MAX_NAMES));
            }
        }
        return ambiguous ? null : values;
    }

    private static UnreadableFileException unreadable(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return RowReader.unreadable(0, e);
        }
        if (e instanceof StreamConstraintsException) {
            return new UnreadableFileException("a string or number is too long, or the nesting is too deep", e);
        }
        int line = json.getLocation() == null ? 1 : json.getLocation().getLineNr();
        return e instanceof JsonEOFException
                ? new UnreadableFileException("the file ends unexpectedly in line " + line, e)
                : new UnreadableFileException(
                        "line %s is not valid JSON: %s".formatted(line, json.getOriginalMessage()), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
