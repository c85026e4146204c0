package org.bluehelmets.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** The rows of a file, read one after the other: memory does not grow with the file. */
interface InputRows extends Closeable {

    /** How many blanks may stand before the first character of a file. */
    int MOST_BLANKS = 8_000;

    Header header();

    /**
     * The next row; null after the last one.
     *
     * @throws UnreadableFileException where the rest of the file cannot be read
     */
    InputRow next() throws UnreadableFileException;

    /**
     * Opens CSV or JSON, as it is or as gzip. Text is UTF-8 unless a byte order mark says UTF-16.
     *
     * @throws UnreadableFileException where it is neither, or breaks off
     */
    static InputRows open(InputStream file) throws UnreadableFileException {
        try {
            BOMInputStream withoutMark = BOMInputStream.builder()
                    .setInputStream(new BufferedInputStream(gunzipped(new BufferedInputStream(file))))
                    .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                    .get();
            Charset charset =
                    withoutMark.hasBOM() ? Charset.forName(withoutMark.getBOMCharsetName()) : StandardCharsets.UTF_8;
            // a decoder that says so where something is no text of this encoding
            Reader reader = new BufferedReader(new InputStreamReader(withoutMark, charset.newDecoder()));
            return isList(reader) ? new JsonRows(reader) : new CsvRows(reader);
        } catch (IOException e) {
            throw brokenOff(0, e);
        }
    }

    /** @param line where; 0 where nobody knows */
    static UnreadableFileException brokenOff(long line, Exception e) {
        String reason = e instanceof CharacterCodingException ? "it is no UTF-8; save it as such" : e.getMessage();
        return new UnreadableFileException(
                "the file cannot be read to its end%s: %s".formatted(line == 0 ? "" : ", in line " + line, reason), e);
    }

    /** Says that there is more until there is not: where less is said, the next part of a gzip may be left out. */
    final class NeverEmpty extends BufferedInputStream {

        NeverEmpty(InputStream in) {
            super(in, 1 << 16);
        }

        @Override
        public synchronized int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    private static InputStream gunzipped(BufferedInputStream file) throws IOException {
        file.mark(2);
        boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return gzip ? new GZIPInputStream(new NeverEmpty(file), 1 << 16) : file;
    }

    /** Whether the first character that is not blank begins a JSON list. Leaves the reader at its beginning. */
    private static boolean isList(Reader reader) throws IOException {
        reader.mark(MOST_BLANKS);
        int c = reader.read();
        for (int i = 1; i < MOST_BLANKS && Character.isWhitespace(c); i++) {
            c = reader.read();
        }
        reader.reset();
        return c == '[';
    }
}
