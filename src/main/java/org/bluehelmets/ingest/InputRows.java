package org.bluehelmets.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** The rows of a file, read one after the other: memory does not grow with the file. */
interface InputRows extends Closeable {

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
            BufferedInputStream text = new BufferedInputStream(gunzipped(new BufferedInputStream(file)));
            BOMInputStream withoutMark = BOMInputStream.builder()
                    .setInputStream(text)
                    .setByteOrderMarks(ByteOrderMark.UTF_8, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                    .get();
            Charset charset =
                    withoutMark.hasBOM() ? Charset.forName(withoutMark.getBOMCharsetName()) : StandardCharsets.UTF_8;
            Reader reader = new BufferedReader(new InputStreamReader(withoutMark, charset));
            return firstCharacter(reader) == '[' ? new JsonRows(reader) : new CsvRows(reader);
        } catch (IOException e) {
            throw brokenOff(e);
        }
    }

    static UnreadableFileException brokenOff(Exception e) {
        return new UnreadableFileException("the file cannot be read to its end: " + e.getMessage(), e);
    }

    private static InputStream gunzipped(BufferedInputStream file) throws IOException {
        file.mark(2);
        boolean gzip = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return gzip ? new GZIPInputStream(file, 1 << 16) : file;
    }

    private static int firstCharacter(Reader reader) throws IOException {
        int c;
        do {
            reader.mark(1);
            c = reader.read();
        } while (Character.isWhitespace(c));
        reader.reset();
        return c;
    }
}
