package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Speaks HTTP/1.1 over a socket, and lets through whatever a client may send: other clients mend or refuse what is
 * malformed. The connection is kept from one request to the next, as the server allows. For one thread.
 */
public final class RawConnection implements AutoCloseable {

    /** An answer, with the names of its headers in lower case. */
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    private final InetSocketAddress server;
    private final int patienceMillis;
    private Socket socket;
    private InputStream in;

    /** @param patienceMillis how long to wait for more of an answer */
    public RawConnection(String host, int port, int patienceMillis) {
        server = new InetSocketAddress(host, port);
        this.patienceMillis = patienceMillis;
    }

    /** The bytes of a request with a body. */
    public static byte[] request(String method, String target, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    /**
     * Sends a request and waits for its answer; once more, over a new connection, where the server has closed the old
     * one meanwhile.
     *
     * @throws SocketTimeoutException where there is no answer in time
     */
    public Answer send(byte[] request) throws IOException {
        boolean kept = socket != null;
        try {
            return attempt(request);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (!kept) {
                throw e;
            }
            return attempt(request);
        }
    }

    private Answer attempt(byte[] request) throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patienceMillis);
            socket.connect(server, patienceMillis);
            in = new BufferedInputStream(socket.getInputStream());
        }
        try {
            socket.getOutputStream().write(request);
        } catch (IOException e) {
            // the server may have refused the request before it had read it, and its answer may still be there
            if (in.available() == 0) {
                throw e;
            }
        }
        Answer answer = read(new String(request, 0, 5, ISO_8859_1).equals("HEAD "));
        if ("close".equalsIgnoreCase(answer.headers.get("connection"))) {
            close();
        }
        return answer;
    }

    /** Sends some of a request, or all of it, waits, and resets the connection. */
    public void abort(byte[] request, int length, long afterMillis) throws IOException, InterruptedException {
        close();
        try (Socket aborted = new Socket()) {
            aborted.connect(server, patienceMillis);
            aborted.setSoLinger(true, 0);
            aborted.getOutputStream().write(request, 0, length);
            Thread.sleep(afterMillis);
        }
    }

    private Answer read(boolean withoutBody) throws IOException {
        String line = line();
        int status = Integer.parseInt(line.substring(9, 12));
        Map<String, String> headers = new HashMap<>();
        for (line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (withoutBody || status == 204 || status == 304) {
            return new Answer(status, headers, new byte[0]);
        }
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new Answer(status, headers, chunks());
        }
        return new Answer(status, headers, bytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int length = Integer.parseInt(line(), 16);
            body.writeBytes(bytes(length));
            line();
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed without an answer");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
