package org.bluehelmets.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The objects of a JSON list. The first one's names are the columns; names that only later ones have are ignored. */
final class JsonRows implements InputRows {

    private final JsonParser parser;
    private final Header header;
    private InputRow read;

    JsonRows(Reader reader) throws IOException, UnreadableFileException {
        parser = new JsonFactory().createParser(reader);
        parser.nextToken();
        long line = 1;
        Map<String, String> first = null;
        if (nextToken() == JsonToken.START_OBJECT) {
            line = parser.currentTokenLocation().getLineNr();
            first = object();
        }
        if (first == null) {
            throw new UnreadableFileException("the file must be a list of JSON objects, and not an empty one");
        }
        header = new Header(new ArrayList<>(first.keySet()), true);
        read = new InputRow(line, header, new ArrayList<>(first.values()), null);
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public InputRow next() throws UnreadableFileException {
        if (read != null) {
            InputRow first = read;
            read = null;
            return first;
        }
        JsonToken token = nextToken();
        long line = parser.currentTokenLocation().getLineNr();
        if (token == JsonToken.END_ARRAY) {
            if (nextToken() != null) {
                throw new UnreadableFileException("something follows the end of the list in line " + line);
            }
            return null;
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, String> object = object();
            String[] values = new String[header.names().size()];
            object.forEach((name, value) -> {
                int place = header.place(name.strip().toLowerCase(Locale.ROOT));
                if (place >= 0) {
                    values[place] = value;
                }
            });
            return new InputRow(line, header, Arrays.asList(values), null);
        }
        try {
            parser.skipChildren();
        } catch (IOException e) {
            throw broken(e);
        }
        return new InputRow(line, header, List.of(), "no JSON object stands here");
    }

    private JsonToken nextToken() throws UnreadableFileException {
        try {
            return parser.nextToken();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The object that the parser has come to; what its values hold inside is not looked at. */
    private Map<String, String> object() throws UnreadableFileException {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token.isStructStart()) {
                    parser.skipChildren();
                }
                values.put(name, token == JsonToken.VALUE_NULL ? null : parser.getText());
            }
            return values;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static UnreadableFileException broken(IOException e) {
        if (!(e instanceof JsonProcessingException json)) {
            return InputRows.brokenOff(e);
        }
        int line = json.getLocation() == null ? 1 : json.getLocation().getLineNr();
        return e instanceof JsonEOFException
                ? new UnreadableFileException("the file breaks off in line " + line, e)
                : new UnreadableFileException(
                        "the file is no JSON from line %d on: %s".formatted(line, json.getOriginalMessage()), e);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
