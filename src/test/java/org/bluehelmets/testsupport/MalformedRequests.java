package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** HTTP requests to /graphql that chance damages. The same seed makes the same request. For one thread. */
public final class MalformedRequests {

    /** What is wrong with a request. */
    public enum Kind {
        TRUNCATED,
        DAMAGED,
        WRONG_TYPES,
        NESTED,
        ENCODING,
        BYTES,
        DUPLICATE_KEYS,
        NUMBERS,
        BATCH,
        CONTENT_TYPE,
        ACCEPT,
        GET,
        PERSISTED_QUERY,
        METHOD,
        SIZE,
        HEADERS
    }

    /**
     * A request.
     *
     * @param statuses that its answer may have
     */
    public record Malformed(Kind kind, String method, byte[] bytes, Set<Integer> statuses) {}

    private static final Set<Integer> READ = Set.of(200, 400, 503);
    private static final Set<Integer> UNREAD = Set.of(400);
    private static final String JSON = "Content-Type: application/json";
    private static final String GOOD =
            "{\"query\": \"query ($f: NationFilter, $n: Int) { nations(filter: $f, first: $n) "
                    + "{ nodes { code name } } }\", \"variables\": {\"n\": 2, \"f\": {\"name\": {\"startsWith\": \"Cô\"}}}, "
                    + "\"operationName\": null, \"extensions\": {}}";
    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1E-400",
            "12345678901234567890123",
            "0.1",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"\":{}}",
            "{\"f\":[]}",
            "{\"f\":{\"and\":[{}]}}",
            "NaN",
            "'x'",
            "undefined",
            "01",
            "+1",
            "\"{ __typename }\"",
            "\"query Q { __typename }\"",
            "\"Q\"",
            "{\"persistedQuery\":{}}");
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u",
        "\\ud800",
        "null",
        "true",
        "0",
        "1e9",
        "-",
        "'",
        "/*",
        "//",
        "#",
        "\n",
        "\u0000",
        "\uFEFF",
        "é",
        "\uD83D\uDE00",
        "\"query\"",
        "\"variables\":",
        "\"extensions\":{\"persistedQuery\":1},"
    };
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=utf-16",
            "application/json; charset=nope",
            "APPLICATION/JSON",
            "application/json;",
            "application/json,application/json",
            "text/plain",
            "application/graphql",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "multipart/form-data",
            "",
            ",",
            ";",
            "/",
            "*/*",
            "application",
            "application/json x",
            "application/json+x",
            "\u00e9",
            "application/jsonp",
            "application/graphql-response+json",
            "\"application/json\"");
    private static final List<String> ACCEPTS = List.of(
            "*/*",
            "application/json",
            "application/graphql-response+json",
            "application/*",
            "text/html",
            "",
            ",",
            ";",
            "/",
            "*",
            "q=1",
            "*/*;q=0",
            "application/json;q=0",
            "application/json;q=nope",
            "application/json;q=99999999999999999999",
            "application/json;q=-1",
            "application/json;q=",
            "text/html, */*;q=0.1",
            "application/json;q=0, */*",
            "a/b/c",
            "application/json;;;=;x",
            "\u00ff/\u00fe",
            "application/graphql-response+json;q=0.5, application/json;q=0.9",
            "*/json",
            "application/ json",
            "application/json;q=\"1\"",
            "application/json;charset=utf-16",
            "x".repeat(2000));

    private Random random;

    public Malformed request(long seed) {
        random = new Random(seed * 0xC2B2AE3D27D4EB4FL + 1);
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return switch (kind) {
            case TRUNCATED -> post(kind, GOOD.substring(0, random.nextInt(GOOD.length())), UNREAD);
            case DAMAGED -> post(kind, RandomQueries.damaged(GOOD, PIECES, random), READ);
            case WRONG_TYPES -> post(kind, wrongTypes(), READ);
            case NESTED -> post(kind, nested(), READ);
            case ENCODING -> encoded();
            case BYTES -> post(kind, damagedBytes(), List.of(JSON), READ);
            case DUPLICATE_KEYS -> post(kind, duplicateKeys(), READ);
            case NUMBERS -> post(kind, numbers(), READ);
            case BATCH -> post(kind, "[" + (GOOD + ",").repeat(random.nextInt(20)) + GOOD + "]", UNREAD);
            case CONTENT_TYPE ->
                post(kind, GOOD.getBytes(UTF_8), List.of("Content-Type: " + pick(TYPES)), Set.of(200, 415));
            case ACCEPT ->
                post(kind, GOOD.getBytes(UTF_8), List.of(JSON, "Accept: " + pick(ACCEPTS)), Set.of(200, 406));
            case GET -> get();
            case PERSISTED_QUERY -> post(kind, persistedQuery(), READ);
            case METHOD -> method();
            case SIZE -> size();
            case HEADERS -> headers();
        };
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static Malformed post(Kind kind, String body, Set<Integer> statuses) {
        return post(kind, body.getBytes(UTF_8), List.of(JSON), statuses);
    }

    private static Malformed post(Kind kind, byte[] body, List<String> headers, Set<Integer> statuses) {
        return new Malformed(kind, "POST", RawConnection.request("POST", "/graphql", headers, body), statuses);
    }

    private String wrongTypes() {
        if (random.nextInt(10) == 0) {
            return pick(JSON_VALUES);
        }
        StringBuilder body = new StringBuilder("{");
        for (String name : List.of("query", "operationName", "variables", "extensions", "documentId", "id", "")) {
            if (random.nextInt(3) == 0) {
                body.append(body.length() > 1 ? ", \"" : "\"").append(name).append("\": ");
                body.append(name.equals("query") && random.nextBoolean() ? "\"{ __typename }\"" : pick(JSON_VALUES));
            }
        }
        return body.append("}").toString();
    }

    private String nested() {
        int depth = pick(List.of(5, 25, 29, 31, 60, 300, 480, 900, 999, 1001, 20_000));
        String open = pick(List.of("[", "{\"a\":", "{\"not\":", "{\"and\":[", "{\"nation\":{\"and\":["));
        String close = open.chars()
                .filter(c -> c == '[' || c == '{')
                .collect(StringBuilder::new, (b, c) -> b.insert(0, c == '[' ? ']' : '}'), StringBuilder::append)
                .toString();
        String value = open.repeat(depth) + "{}" + close.repeat(random.nextInt(10) == 0 ? depth - 1 : depth);
        return switch (random.nextInt(4)) {
            case 0 -> value;
            case 1 -> "{\"query\": \"{ __typename }\", \"extensions\": " + value + "}";
            case 2 -> "{\"query\": " + value + "}";
            default ->
                "{\"query\": \"query ($f: PersonnelCountFilter) { personnelCounts(filter: $f, first: 1) { totalCount } }\""
                        + ", \"variables\": {\"f\": " + value + "}}";
        };
    }

    private Malformed encoded() {
        Charset charset = pick(List.of(
                UTF_8,
                UTF_16LE,
                UTF_16BE,
                ISO_8859_1,
                Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-16"),
                Charset.forName("windows-1251"),
                Charset.forName("IBM500")));
        String mark = random.nextBoolean() ? "\uFEFF" : "";
        String header = random.nextBoolean() ? JSON : JSON + "; charset=" + charset;
        return post(Kind.ENCODING, (mark + GOOD).getBytes(charset), List.of(header), READ);
    }

    private byte[] damagedBytes() {
        byte[] body = GOOD.getBytes(UTF_8);
        for (int i = 0; i <= random.nextInt(4); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt();
        }
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        int at = random.nextInt(body.length);
        damaged.write(body, 0, at);
        // overlong forms, halves of characters, a surrogate
        damaged.writeBytes(pick(List.of(
                new byte[] {},
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xE2, (byte) 0x82},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xF8, (byte) 0x88, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xFF},
                new byte[] {0})));
        damaged.write(body, at, body.length - at);
        return damaged.toByteArray();
    }

    private String duplicateKeys() {
        String key = pick(List.of("query", "variables", "operationName", "extensions"));
        return GOOD.substring(0, GOOD.length() - 1) + ", \"" + key + "\": " + pick(JSON_VALUES) + "}";
    }

    private String numbers() {
        String number = pick(List.of(
                "1e400",
                "-1e400",
                "1e-400",
                "1.0",
                "2.0000000000000000000000001",
                "-0",
                "-0.0",
                "2147483648",
                "9".repeat(20),
                "9".repeat(900),
                "9".repeat(1001),
                "1e2147483647",
                "1e99999999999",
                "0." + "1".repeat(990),
                "1e5",
                "1E1"));
        String type = pick(List.of("Int", "Float", "String", "ID", "Date", "Boolean"));
        String use =
                switch (type) {
                    case "Int" -> "nations(first: $n) { nodes { code } }";
                    case "ID" -> "node(id: $n) { id }";
                    case "Date" -> "strength(on: $n) { total }";
                    case "Boolean" -> "__typename @skip(if: $n)";
                    default -> "nations(after: $n) { nodes { code } }";
                };
        String bang = type.equals("ID") || type.equals("Boolean") ? "!" : "";
        return "{\"query\": \"query ($n: " + type + bang + ") { " + use + " }\", \"variables\": {\"n\": " + number
                + "}}";
    }

    private Malformed get() {
        StringBuilder target = new StringBuilder("/graphql?");
        for (String name : List.of("query", "operationName", "variables", "extensions", "documentId", "query", "x")) {
            if (random.nextInt(name.equals("query") ? 2 : 4) > 0) {
                continue;
            }
            String value = name.equals("query") && random.nextBoolean() ? "{ __typename }" : pick(JSON_VALUES);
            target.append(name).append(random.nextInt(15) == 0 ? "" : "=").append(URLEncoder.encode(value, UTF_8));
            target.append(pick(
                    List.of("&", "&", "&", ";", "&&", "", "%", "%zz", "%ff", "%00", "#", "?", "&=", "+", "%u1234")));
        }
        List<String> headers =
                random.nextInt(4) == 0 ? List.of("Accept: application/graphql-response+json") : List.of();
        return new Malformed(
                Kind.GET,
                "GET",
                RawConnection.request("GET", target.toString(), headers, new byte[0]),
                Set.of(200, 400, 405, 503));
    }

    private String persistedQuery() {
        String hash = pick(List.of(
                "\"\"",
                "\"x\"",
                "5",
                "null",
                "\"" + "0".repeat(64) + "\"",
                "\"" + Integer.toHexString(random.nextInt()) + "\"",
                "\"" + "F".repeat(100_000) + "\"",
                "[]",
                "{}",
                "\"İ\""));
        String version = pick(List.of("1", "\"1\"", "2", "null", "1.9", "1e400", "true", "[1]", "4294967297"));
        String persisted = pick(List.of(
                "{\"version\": " + version + ", \"sha256Hash\": " + hash + "}",
                "{\"version\": " + version + "}",
                hash,
                "[]"));
        String query = random.nextBoolean() ? "" : "\"query\": \"{ __typename }\", ";
        return "{" + query + "\"extensions\": {\"persistedQuery\": " + persisted + "}}";
    }

    private Malformed method() {
        String method = pick(List.of("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "FOO", "post", "PROPFIND"));
        byte[] body = random.nextBoolean() ? GOOD.getBytes(UTF_8) : new byte[0];
        return new Malformed(
                Kind.METHOD, method, RawConnection.request(method, "/graphql", List.of(JSON), body), Set.of(405));
    }

    private Malformed size() {
        int size = pick(List.of(0, 1, 2, 100_000, 1 << 20, (1 << 20) + 1, 3 << 20));
        byte[] body = new byte[size];
        if (random.nextBoolean()) {
            Arrays.fill(body, (byte) ' ');
            byte[] good = GOOD.getBytes(UTF_8);
            System.arraycopy(good, 0, body, 0, Math.min(good.length, size));
        } else {
            Arrays.fill(body, (byte) pick(List.of('[', '"', ' ', '{', '9', 'a')).charValue());
        }
        return post(Kind.SIZE, body, List.of(JSON), size > 1 << 20 ? Set.of(413) : READ);
    }

    private Malformed headers() {
        List<String> headers = List.of(
                JSON,
                pick(List.of(
                        "If-None-Match: *",
                        "If-None-Match: \"",
                        "If-None-Match: W/",
                        "If-None-Match: \"x\", W/\"y\",,,",
                        "Accept-Encoding: gzip;q=nope",
                        "Accept-Encoding: identity;q=0, *;q=0",
                        "Content-Encoding: gzip",
                        "Content-Encoding: nope",
                        "Authorization: Bearer",
                        "Authorization: Basic !!!",
                        "Authorization: ",
                        "Cookie: =;;=",
                        "Origin: null",
                        "X-Forwarded-For: ,,,",
                        "Accept-Language: \u00ff",
                        "Content-Type: text/plain",
                        "Accept: text/html",
                        "Upgrade: h2c",
                        "Connection: Upgrade",
                        "Range: bytes=5-1")));
        return post(Kind.HEADERS, GOOD.getBytes(UTF_8), headers, Set.of(200, 304, 400, 406, 415));
    }
}
