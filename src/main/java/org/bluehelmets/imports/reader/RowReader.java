package org.bluehelmets.imports.reader;

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
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

/** The rows of a file, read one after the other: memory does not grow with the file. */
public interface RowReader extends Closeable {

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
     * Opens CSV or JSON, as it is, as gzip or as a zip with one file. Text is UTF-8, or UTF-16 where a byte order mark or the
     * first character says so.
     *
     * @throws UnreadableFileException where it is neither, or breaks off
     */
    static RowReader open(InputStream file) throws UnreadableFileException {
        return open(file, UnpackedFile.MOST_BYTES);
    }

    /** @param mostBytes how many bytes the file may have unpacked */
    static RowReader open(InputStream file, long mostBytes) throws UnreadableFileException {
        InputStream unpacked = null;
        try {
            unpacked = UnpackedFile.open(file, mostBytes);
            return ofText(unpacked);
        } catch (IOException e) {
            close(unpacked, e);
            throw brokenOff(0, e);
        } catch (UnreadableFileException | RuntimeException e) {
            close(unpacked, e);
            throw e;
        }
    }

    private static void close(InputStream unpacked, Exception reason) {
        try {
            if (unpacked != null) {
                unpacked.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static RowReader ofText(InputStream unpacked) throws IOException, UnreadableFileException {
        BOMInputStream withoutMark = BOMInputStream.builder()
                .setInputStream(unpacked)
                .setByteOrderMarks(
                        ByteOrderMark.UTF_8,
                        ByteOrderMark.UTF_32LE,
                        ByteOrderMark.UTF_32BE,
                        ByteOrderMark.UTF_16LE,
                        ByteOrderMark.UTF_16BE)
                .get();
        if (withoutMark.hasBOM() && withoutMark.getBOMCharsetName().startsWith("UTF-32")) {
            throw new UnreadableFileException("its text is UTF-32; save it as UTF-8");
        }
        BufferedInputStream bytes = new BufferedInputStream(withoutMark);
        Charset charset =
                withoutMark.hasBOM() ? Charset.forName(withoutMark.getBOMCharsetName()) : charsetWithoutMark(bytes);
        // a decoder that says so where something is no text of this encoding
        Reader reader = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
        return switch (firstCharacter(reader)) {
            case '[', '{' -> new JsonRowReader(reader);
            case '<' ->
                throw new UnreadableFileException("it is a page of HTML, or XML; import the data as CSV or JSON");
            default -> new CsvRowReader(reader);
        };
    }

    /** UTF-16 where half of the first character is zero, which no text begins with in UTF-8. */
    private static Charset charsetWithoutMark(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if (first > 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0 && second > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** The first character that is not blank. Leaves the reader at its beginning. */
    private static int firstCharacter(Reader reader) throws IOException {
        reader.mark(MOST_BLANKS);
        int c = reader.read();
        for (int i = 1; i < MOST_BLANKS && Character.isWhitespace(c); i++) {
            c = reader.read();
        }
        reader.reset();
        return c;
    }

    /** @param line where; 0 where nobody knows */
    static UnreadableFileException brokenOff(long line, Exception e) {
        String reason = e instanceof CharacterCodingException
                ? "it is no UTF-8, but perhaps Windows-1252 or Latin-1; save it as UTF-8"
                : e.getMessage() == null ? "it breaks off" : e.getMessage();
        return new UnreadableFileException(
                "the file cannot be read to its end%s: %s".formatted(line == 0 ? "" : ", in line " + line, reason), e);
    }
}
