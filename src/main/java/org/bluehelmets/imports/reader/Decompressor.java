package org.bluehelmets.imports.reader;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/** Decompresses files that are gzip, or a zip with one file. Other files pass unchanged. */
final class Decompressor {

    /** Four times the largest request body. A small file may expand to a thousand times its size. */
    static final long MAX_BYTES = 4L << 30;

    /** A compressed file may be compressed again for the transfer. */
    private static final int MAX_LAYERS = 2;

    private static final int MAGIC_LENGTH = 6;
    private static final int MAX_LISTED_NAMES = 5;
    private static final int MAX_NAME_LENGTH = 100;

    private Decompressor() {}

    /**
     * Decompresses a file while it is read. Keeps a zip in a temporary file until the stream is closed, because its directory
     * is at its end.
     *
     * @param maxBytes the maximum decompressed size; reading more fails
     * @throws UnreadableFileException if a zip does not contain exactly one file, or if the content is a known binary format
     */
    static BufferedInputStream open(InputStream file, long maxBytes) throws IOException, UnreadableFileException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        try {
            for (int layer = 0; ; layer++) {
                byte[] magic = peek(in);
                boolean gzip = startsWith(magic, 0x1f, 0x8b);
                boolean zip = startsWith(magic, 'P', 'K', 3, 4) || startsWith(magic, 'P', 'K', 5, 6);
                if (!gzip && !zip) {
                    rejectBinary(magic);
                    return in;
                }
                if (layer == MAX_LAYERS) {
                    throw new UnreadableFileException("the file is compressed more than twice; decompress it first");
                }
                InputStream decompressed = gzip ? new GZIPInputStream(new MultiMemberInput(in), 1 << 16) : openZip(in);
                in = new BufferedInputStream(new SizeLimit(decompressed, maxBytes), 1 << 16);
            }
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(MAGIC_LENGTH);
        byte[] magic = in.readNBytes(MAGIC_LENGTH);
        in.reset();
        return magic;
    }

    private static boolean startsWith(byte[] magic, int... bytes) {
        if (magic.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((magic[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static void rejectBinary(byte[] magic) throws UnreadableFileException {
        if (startsWith(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new UnreadableFileException("the file is an Excel workbook; save its sheet as \"CSV UTF-8\"");
        }
        if (startsWith(magic, '%', 'P', 'D', 'F')) {
            throw new UnreadableFileException("the file is a PDF; import the data as CSV or JSON");
        }
        if (startsWith(magic, 'B', 'Z', 'h')
                || startsWith(magic, 0xfd, '7', 'z', 'X', 'Z')
                || startsWith(magic, '7', 'z', 0xbc, 0xaf)
                || startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)
                || startsWith(magic, 'R', 'a', 'r', '!')) {
            throw new UnreadableFileException("the compression is not supported; use gzip, zip or no compression");
        }
    }

    private static InputStream openZip(InputStream file) throws IOException, UnreadableFileException {
        Path copy = Files.createTempFile("import", ".zip");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            ZipFile zip = new ZipFile(copy.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
            try {
                return new FilterInputStream(verified(zip, onlyEntry(zip))) {
                    @Override
                    public void close() throws IOException {
                        try (zip;
                                file) {
                            super.close();
                        }
                    }
                };
            } catch (IOException | UnreadableFileException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new UnreadableFileException(
                    "the zip is damaged or encrypted (%s); create it again without a password"
                            .formatted(e.getMessage()),
                    e);
        } finally {
            // OPEN_DELETE deletes the file on close; most systems can delete it earlier
            Files.deleteIfExists(copy);
        }
    }

    /** Opens an entry and verifies its checksum at the end, which {@code ZipFile} does not do. */
    private static InputStream verified(ZipFile zip, ZipEntry entry) throws IOException {
        return ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .get();
    }

    private static ZipEntry onlyEntry(ZipFile zip) throws UnreadableFileException {
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !isSystemFile(entry.getName()))
                .toList();
        if (files.size() == 1) {
            return files.get(0);
        }
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new UnreadableFileException("the file is a spreadsheet workbook; save its sheet as \"CSV UTF-8\"");
        }
        if (files.isEmpty()) {
            throw new UnreadableFileException("the zip contains no file");
        }
        String names = files.stream()
                .limit(MAX_LISTED_NAMES)
                .map(ZipEntry::getName)
                .map(name -> name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…")
                .collect(Collectors.joining(", "));
        throw new UnreadableFileException("the zip contains %s files (%s%s); import them separately"
                .formatted(files.size(), names, files.size() > MAX_LISTED_NAMES ? ", …" : ""));
    }

    /** Whether a file is hidden or added by macOS. */
    private static boolean isSystemFile(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /**
     * Never reports 0 available bytes. {@link GZIPInputStream} takes 0 as the end of the file and would ignore further
     * members of the gzip file.
     */
    private static final class MultiMemberInput extends BufferedInputStream {

        MultiMemberInput(InputStream in) {
            super(in, 1 << 16);
        }

        @Override
        public synchronized int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    /** Fails if more than a maximum number of bytes is read. */
    private static final class SizeLimit extends FilterInputStream {

        private final long max;
        private long read;

        SizeLimit(InputStream in, long max) {
            super(in);
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int bytes = super.read(to, offset, length);
            count(Math.max(0, bytes));
            return bytes;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > max) {
                throw new IOException("the decompressed file has more than %s bytes; split it".formatted(max));
            }
        }
    }
}
