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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
 * The objects of a JSON list, which may be the only list in an object around it. The columns are the names that the first of them have, for some leave out
 * nulls.
 */
final class JsonRowReader implements RowReader {

    private static final long MILLISECONDS_OF_DAY = 86_400_000;

    /** In seconds, a time beyond the year 5000. */
    private static final long NO_SECONDS = 100_000_000_000L;

    /** More decimals, or zeros, than any number of people or coordinate has. */
    private static final int MOST_DECIMALS = 20;

    private static final int LOOKED_AT_FOR_COLUMNS = 100;
    private static final int MOST_NAMES = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LineLimitReader.LONGEST)
                    .build())
            .build();

    /** An entry of the list, or why it cannot be read. */
    private record Entry(long line, Map<String, String> values, String fault) {}

    private final JsonParser parser;
    private final boolean wrapped;

    /** The name of the list, where an object is around it. */
    private String list;

    /** Whether the parser stands at the beginning of an entry already. */
    private boolean atEntry;

    private final Queue<Entry> lookedAt = new ArrayDeque<>();
    private final Header header;

    JsonRowReader(Reader reader) throws IOException, UnreadableFileException {
        parser = JSON.createParser(reader);
        wrapped = nextToken() == JsonToken.START_OBJECT;
        if (wrapped && !findList()) {
            throw new UnreadableFileException(
                    "the file is a JSON object without a list of objects; write the rows as a list, as [{…}, {…}]");
        }
        Set<String> names = new LinkedHashSet<>();
        while (lookedAt.size() < LOOKED_AT_FOR_COLUMNS) {
            Entry entry = read();
            if (entry == null) {
                break;
            }
            lookedAt.add(entry);
            if (entry.fault == null) {
                names.addAll(entry.values.keySet());
            }
        }
        if (names.isEmpty()) {
            throw new UnreadableFileException("the file must be a list of JSON objects, and not an empty one");
        }
        header = new Header(new ArrayList<>(names));
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public InputRow next() throws UnreadableFileException {
        Entry entry = lookedAt.isEmpty() ? read() : lookedAt.remove();
        if (entry == null) {
            return null;
        }
        if (entry.fault != null) {
            return new InputRow(entry.line, header, List.of(), entry.fault);
        }
        String[] values = new String[header.width()];
        entry.values.forEach((name, value) -> {
            int place = header.place(name);
            if (place >= 0) {
                values[place] = value;
            }
        });
        return new InputRow(entry.line, header, Arrays.asList(values), null);
    }

    /** The next entry of the list; null after its end, and again when it is asked again. */
    private Entry read() throws UnreadableFileException {
        JsonToken token = parser.isClosed() ? null : atEntry ? parser.currentToken() : nextToken();
        atEntry = false;
        long line = parser.currentTokenLocation().getLineNr();
        if (token == null) {
            return null;
        }
        if (token == JsonToken.END_ARRAY) {
            String first = list;
            if (wrapped && findList()) {
                throw new UnreadableFileException(
                        "the file has two lists, \"%s\" and \"%s\"; import them one by one".formatted(first, list));
            }
            if (nextToken() != null) {
                throw new UnreadableFileException("something follows the end of the list in line " + line);
            }
            return null;
        }
        try {
            if (token == JsonToken.START_OBJECT) {
                Map<String, String> values = object();
                return values == null
                        ? new Entry(line, null, "two names differ only in case")
                        : new Entry(line, values, null);
            }
            parser.skipChildren();
            return new Entry(line, null, "no JSON object stands here");
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Goes to the next list of objects in the object around it, up to the first of them, or to the end of that object. What
     * else there is, such as counts and the names of columns, means nothing.
     */
    private boolean findList() throws UnreadableFileException {
        try {
            while (nextToken() == JsonToken.FIELD_NAME) {
                list = parser.currentName();
                JsonToken value = nextToken();
                if (value != JsonToken.START_ARRAY) {
                    parser.skipChildren();
                    continue;
                }
                value = nextToken();
                if (value == JsonToken.START_OBJECT) {
                    atEntry = true;
                    return true;
                }
                for (; value != JsonToken.END_ARRAY; value = nextToken()) {
                    parser.skipChildren();
                }
            }
            return false;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private JsonToken nextToken() throws UnreadableFileException {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * The object that the parser has come to; null where two of its names are one column. A value that is a list or an
     * object itself counts as none.
     */
    private Map<String, String> object() throws IOException, UnreadableFileException {
        Map<String, String> values = new LinkedHashMap<>();
        boolean ambiguous = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = Header.folded(parser.currentName());
            JsonToken token = parser.nextToken();
            parser.skipChildren();
            ambiguous |= values.containsKey(name);
            values.put(name, token.isScalarValue() && token != JsonToken.VALUE_NULL ? text(name, token) : null);
            if (values.size() > MOST_NAMES) {
                throw new UnreadableFileException("an object has more than " + MOST_NAMES + " names");
            }
        }
        return ambiguous ? null : values;
    }

    /**
     * Dates come as milliseconds since 1970, and are turned into the days that they mean. A number that may as well be
     * something else, such as seconds, is left for whoever reads the cell to refuse. So is one with a fraction; in others
     * 2.000 is 2, as JSON has no other way to write numbers.
     */
    private String text(String name, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NUMBER_INT && name.contains("date")) {
            try {
                long milliseconds = parser.getLongValue();
                if (isPlausible(milliseconds)) {
                    return LocalDate.ofInstant(Instant.ofEpochMilli(milliseconds), ZoneOffset.UTC)
                            .toString();
                }
            } catch (DateTimeException | JsonProcessingException noInstant) {
                // whoever reads the cell says that it is no day
            }
        }
        return token == JsonToken.VALUE_NUMBER_FLOAT && !name.contains("date")
                ? withoutFraction(parser.getText())
                : parser.getText();
    }

    /**
     * Whether a number is a day in milliseconds for certain: it is too large for seconds, or a whole day and not zero,
     * which mostly stands for nothing.
     */
    private static boolean isPlausible(long milliseconds) {
        return Math.abs(milliseconds) >= NO_SECONDS || milliseconds != 0 && milliseconds % MILLISECONDS_OF_DAY == 0;
    }

    /** A number without its fraction, where that is zero. */
    private static String withoutFraction(String number) {
        try {
            BigDecimal value = new BigDecimal(number);
            if (Math.abs(value.scale()) <= MOST_DECIMALS
                    && value.stripTrailingZeros().scale() <= 0) {
                return value.setScale(0).toPlainString();
            }
        } catch (NumberFormatException | ArithmeticException tooLarge) {
            // whoever reads the cell says that it is no number
        }
        return number;
    }

    private static UnreadableFileException broken(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return RowReader.brokenOff(0, e);
        }
        if (e instanceof StreamConstraintsException) {
            return new UnreadableFileException(
                    "a text or number has too many characters, or lists are nested too deep", e);
        }
        int line = json.getLocation() == null ? 1 : json.getLocation().getLineNr();
        return e instanceof JsonEOFException
                ? new UnreadableFileException("the file breaks off in line " + line, e)
                : new UnreadableFileException(
                        "the file is no JSON from line %s on: %s".formatted(line, json.getOriginalMessage()), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
