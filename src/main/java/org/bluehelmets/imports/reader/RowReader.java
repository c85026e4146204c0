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

/** Reads the rows of a file one by one, so that memory does not grow with the file. */
public interface RowReader extends Closeable {

    /** The maximum number of blanks before the first character of a file. */
    int MAX_LEADING_BLANKS = 8_000;

    Header header();

    /**
     * Returns the next row, or null after the last one.
     *
     * @throws UnreadableFileException if the rest of the file cannot be read
     */
    InputRow next() throws UnreadableFileException;

    /**
     * Opens CSV or JSON, uncompressed, as gzip or as a zip with one file. The encoding is UTF-8, or UTF-16 if a byte order mark
     * or the first character shows it.
     *
     * @throws UnreadableFileException if the format is not supported, or if the file is truncated
     */
    static RowReader open(InputStream file) throws UnreadableFileException {
        return open(file, Decompressor.MAX_BYTES);
    }

    /** @param maxBytes the maximum decompressed size */
    static RowReader open(InputStream file, long maxBytes) throws UnreadableFileException {
        InputStream decompressed = null;
        try {
            decompressed = Decompressor.open(file, maxBytes);
            return openText(decompressed);
        } catch (IOException e) {
            close(decompressed, e);
            throw unreadable(0, e);
        } catch (UnreadableFileException | RuntimeException e) {
            close(decompressed, e);
            throw e;
        }
    }

    private static void close(InputStream decompressed, Exception reason) {
        try {
            if (decompressed != null) {
                decompressed.close();
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static RowReader openText(InputStream decompressed) throws IOException, UnreadableFileException {
        BOMInputStream withoutMark = BOMInputStream.builder()
                .setInputStream(decompressed)
                .setByteOrderMarks(
                        ByteOrderMark.UTF_8,
                        ByteOrderMark.UTF_32LE,
                        ByteOrderMark.UTF_32BE,
                        ByteOrderMark.UTF_16LE,
                        ByteOrderMark.UTF_16BE)
                .get();
        if (withoutMark.hasBOM() && withoutMark.getBOMCharsetName().startsWith("UTF-32")) {
            throw new UnreadableFileException("the file is encoded in UTF-32; save it as UTF-8");
        }
        BufferedInputStream bytes = new BufferedInputStream(withoutMark);
        Charset charset =
                withoutMark.hasBOM() ? Charset.forName(withoutMark.getBOMCharsetName()) : detectCharset(bytes);
        // unlike a charset, a decoder fails on malformed input
        Reader reader = new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
        return switch (firstCharacter(reader)) {
            case '[', '{' -> new JsonRowReader(reader);
            case '<' -> throw new UnreadableFileException("the file is HTML or XML; import the data as CSV or JSON");
            default -> new CsvRowReader(reader);
        };
    }

    /** Detects UTF-16 by a zero byte in the first character, which does not occur in UTF-8. */
    private static Charset detectCharset(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        if (first > 0 && second == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return first == 0 && second > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** Returns the first character that is not blank, without consuming anything. */
    private static int firstCharacter(Reader reader) throws IOException {
        reader.mark(MAX_LEADING_BLANKS);
        int c = reader.read();
        for (int i = 1; i < MAX_LEADING_BLANKS && Character.isWhitespace(c); i++) {
            c = reader.read();
        }
        reader.reset();
        return c;
    }

    /** @param line the line of the failure; 0 if unknown */
    static UnreadableFileException unreadable(long line, Exception e) {
        String reason = e instanceof CharacterCodingException
                ? "the text is not UTF-8, but possibly Windows-1252 or Latin-1; save it as UTF-8"
                : e.getMessage() == null ? "it ends unexpectedly" : e.getMessage();
        return new UnreadableFileException(
                "the file cannot be read%s: %s".formatted(line == 0 ? "" : " in line " + line, reason), e);
    }
}
