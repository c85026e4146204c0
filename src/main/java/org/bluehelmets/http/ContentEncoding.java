package org.bluehelmets.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Decompresses request bodies according to the header Content-Encoding. */
public final class ContentEncoding {

    /** The supported codings, for the header Accept-Encoding of a response with the status 415. */
    public static final String SUPPORTED = "gzip, deflate";

    private static final Set<String> NAMES = Set.of("gzip", "x-gzip", "deflate");

    private static final int MAX_CODINGS = 3;

    /** The decompressed body exceeds the limit. */
    static final class TooLargeException extends IOException {
        TooLargeException() {
            super("The decompressed body is too large");
        }
    }

    private ContentEncoding() {}

    /** The codings of a body in the order in which they were applied; empty if it is not compressed. */
    public static List<String> parse(MultiMap headers) {
        List<String> codings = new ArrayList<>();
        for (String line : headers.getAll(HttpHeaders.CONTENT_ENCODING)) {
            for (String coding : line.split(",")) {
                String name = coding.strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && !name.equals("identity")) {
                    codings.add(name);
                }
            }
        }
        return codings;
    }

    /** Checks that codings are supported. Returns the error message; null if they are. */
    public static String check(List<String> codings) {
        if (codings.size() > MAX_CODINGS) {
            return "Content-Encoding must have at most %2$s codings, but has %1$s"
                    .formatted(codings.size(), MAX_CODINGS);
        }
        return codings.stream()
                .filter(coding -> !NAMES.contains(coding))
                .findFirst()
                .map(coding -> "Content-Encoding must be one of %2$s, but is \"%1$s\"".formatted(coding, SUPPORTED))
                .orElse(null);
    }

    /**
     * Decompresses a body.
     *
     * @param maxBytes the limit for the result of each coding; decompression stops there
     * @throws TooLargeException if a result exceeds the limit
     * @throws IOException if the body is not compressed with these codings
     */
    static byte[] decode(byte[] body, List<String> codings, long maxBytes) throws IOException {
        byte[] decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream in = decoder(new ByteArrayInputStream(decoded), codings.get(i))) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    if (out.size() > maxBytes) {
                        throw new TooLargeException();
                    }
                }
            }
            decoded = out.toByteArray();
        }
        return decoded;
    }

    /** Returns a stream that decompresses a body as it is read. This method reads the first bytes. */
    public static InputStream decoder(InputStream body, List<String> codings) throws IOException {
        InputStream decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            decoded = decoder(decoded, codings.get(i));
        }
        return decoded;
    }

    private static InputStream decoder(InputStream body, String coding) throws IOException {
        return coding.equals("deflate") ? inflater(body) : new GZIPInputStream(body);
    }

    /** Accepts deflate with the zlib header, as RFC 9110 requires, and without it, as many clients send it. */
    private static InputStream inflater(InputStream body) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(body, 2);
        byte[] start = pushback.readNBytes(2);
        pushback.unread(start);
        boolean zlib =
                start.length == 2 && (start[0] & 0x0f) == 8 && (((start[0] & 0xff) << 8) + (start[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(pushback, new Inflater(!zlib)) {
            @Override
            public void close() throws IOException {
                super.close();
                // the stream does not end an inflater that its creator supplies
                inf.end();
            }
        };
    }
}
