package org.bluehelmets.imports.reader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Fails at a line that is too long, before the whole line is in memory. */
final class LineLimitReader extends FilterReader {

    /** In characters: hundreds of times the longest line of the UN's files. */
    static final int MAX_LENGTH = 100_000;

    private int length;

    LineLimitReader(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] to, int offset, int most) throws IOException {
        int read = super.read(to, offset, most);
        for (int i = offset; i < offset + read; i++) {
            length = to[i] == '\n' || to[i] == '\r' ? 0 : length + 1;
            if (length > MAX_LENGTH) {
                throw new IOException("a line has more than %s characters".formatted(MAX_LENGTH));
            }
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
