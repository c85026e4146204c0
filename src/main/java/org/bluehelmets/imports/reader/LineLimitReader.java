package org.bluehelmets.imports.reader;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Stops at a line that no file of ours has, before all of it is in memory. */
final class LineLimitReader extends FilterReader {

    /** Hundreds of times the longest line of the UN's files. */
    static final int LONGEST = 100_000;

    private int length;

    LineLimitReader(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] to, int offset, int most) throws IOException {
        int read = super.read(to, offset, most);
        for (int i = offset; i < offset + read; i++) {
            length = to[i] == '\n' || to[i] == '\r' ? 0 : length + 1;
            if (length > LONGEST) {
                throw new IOException("a line has more than " + LONGEST + " characters");
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
