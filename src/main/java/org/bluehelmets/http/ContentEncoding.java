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

/** Decodes request bodies that come compressed, as the header Content-Encoding says. */
public final class ContentEncoding {

    /** What is decoded, for the header Accept-Encoding of an answer with the status 415. */
    public static final String ACCEPTED = "gzip, deflate";

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");

    /** More than anybody applies on purpose. */
    private static final int MOST_CODINGS = 3;

    /** A body has more bytes, once it is decoded, than it may. */
    static final class TooLargeException extends IOException {
        TooLargeException() {
            super("too large");
        }
    }

    private ContentEncoding() {}

    /** The codings of a body, in the order in which they were applied; empty where it comes as it is. */
    public static List<String> of(MultiMap headers) {
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

    /** What is wrong with codings that are not decoded here; null where they are. */
    public static String problem(List<String> codings) {
        if (codings.size() > MOST_CODINGS) {
            return "Content-Encoding has %s codings; at most %s are decoded".formatted(codings.size(), MOST_CODINGS);
        }
        return codings.stream()
                .filter(coding -> !KNOWN.contains(coding))
                .findFirst()
                .map(coding ->
                        "Content-Encoding is \"%s\"; send the body as %s, or as it is".formatted(coding, ACCEPTED))
                .orElse(null);
    }

    /**
     * A body as it was before it was compressed.
     *
     * @throws TooLargeException where it has more bytes than it may, at whatever stage; no more than those are decoded
     * @throws IOException where it is not what its codings say
     */
    static byte[] decode(byte[] body, List<String> codings, long limit) throws IOException {
        byte[] decoded = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (InputStream in = decoding(new ByteArrayInputStream(decoded), codings.get(i))) {
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    out.write(buffer, 0, n);
                    if (out.size() > limit) {
                        throw new TooLargeException();
                    }
                }
            }
            decoded = out.toByteArray();
        }
        return decoded;
    }

    /** A body that is decoded while it is read. The first bytes are read here. */
    public static InputStream decoding(InputStream body, List<String> codings) throws IOException {
        InputStream decoding = body;
        for (int i = codings.size() - 1; i >= 0; i--) {
            decoding = decoding(decoding, codings.get(i));
        }
        return decoding;
    }

    private static InputStream decoding(InputStream body, String coding) throws IOException {
        return coding.equals("deflate") ? inflating(body) : new GZIPInputStream(body);
    }

    /** With the header of zlib, as the standard has it, or without, as many clients send it. */
    private static InputStream inflating(InputStream body) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(body, 2);
        byte[] start = peeked.readNBytes(2);
        peeked.unread(start);
        boolean zlib =
                start.length == 2 && (start[0] & 0x0f) == 8 && (((start[0] & 0xff) << 8) + (start[1] & 0xff)) % 31 == 0;
        return new InflaterInputStream(peeked, new Inflater(!zlib)) {
            @Override
            public void close() throws IOException {
                super.close();
                // the stream does not end an inflater that it was given
                inf.end();
            }
        };
    }
}
