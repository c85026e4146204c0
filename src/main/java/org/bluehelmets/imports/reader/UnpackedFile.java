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

/** The text of a file that may be packed: as gzip, or as a zip with one file. */
final class UnpackedFile {

    /** Four times the largest file that is taken over HTTP: a small file may unpack to a thousand times its size. */
    static final long MOST_BYTES = 4L << 30;

    /** A file that was packed by a tool may be packed once more for its way. */
    private static final int MOST_LAYERS = 2;

    private static final int MAGIC = 6;
    private static final int MOST_NAMES = 5;
    private static final int LONGEST_NAME = 100;

    private UnpackedFile() {}

    /**
     * Unpacks a file as it is read. A zip is kept as a temporary file until the stream is closed, since only its end says
     * what is in it.
     *
     * @param mostBytes how many bytes it may have unpacked; reading more fails
     * @throws UnreadableFileException where it holds more than one file, or what is no text
     */
    static BufferedInputStream open(InputStream file, long mostBytes) throws IOException, UnreadableFileException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        try {
            for (int layer = 0; ; layer++) {
                byte[] magic = peek(in);
                boolean gzip = begins(magic, 0x1f, 0x8b);
                boolean zip = begins(magic, 'P', 'K', 3, 4) || begins(magic, 'P', 'K', 5, 6);
                if (!gzip && !zip) {
                    refuseBinary(magic);
                    return in;
                }
                if (layer == MOST_LAYERS) {
                    throw new UnreadableFileException("it is packed several times; unpack it first");
                }
                InputStream unpacked = gzip ? new GZIPInputStream(new NeverEmpty(in), 1 << 16) : onlyFile(in);
                in = new BufferedInputStream(new SizeLimit(unpacked, mostBytes), 1 << 16);
            }
        } catch (IOException | UnreadableFileException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(MAGIC);
        byte[] magic = in.readNBytes(MAGIC);
        in.reset();
        return magic;
    }

    private static boolean begins(byte[] magic, int... bytes) {
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

    private static void refuseBinary(byte[] magic) throws UnreadableFileException {
        if (begins(magic, 0xd0, 0xcf, 0x11, 0xe0)) {
            throw new UnreadableFileException("it is a workbook of Excel; save its sheet as \"CSV UTF-8\"");
        }
        if (begins(magic, '%', 'P', 'D', 'F')) {
            throw new UnreadableFileException("it is a PDF; import the data as CSV or JSON");
        }
        if (begins(magic, 'B', 'Z', 'h')
                || begins(magic, 0xfd, '7', 'z', 'X', 'Z')
                || begins(magic, '7', 'z', 0xbc, 0xaf)
                || begins(magic, 0x28, 0xb5, 0x2f, 0xfd)
                || begins(magic, 'R', 'a', 'r', '!')) {
            throw new UnreadableFileException(
                    "it is packed in a way that is not read; pack it as gzip or zip, or not at all");
        }
    }

    private static InputStream onlyFile(InputStream file) throws IOException, UnreadableFileException {
        Path whole = Files.createTempFile("import", ".zip");
        try {
            Files.copy(file, whole, StandardCopyOption.REPLACE_EXISTING);
            ZipFile zip = new ZipFile(whole.toFile(), ZipFile.OPEN_READ | ZipFile.OPEN_DELETE);
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
                    "the zip is damaged or encrypted (%s); pack the file anew, without a password"
                            .formatted(e.getMessage()),
                    e);
        } finally {
            // most systems delete it while it is open
            Files.deleteIfExists(whole);
        }
    }

    /** The content of an entry, whose last read fails where its checksum is wrong: {@code ZipFile} verifies none. */
    private static InputStream verified(ZipFile zip, ZipEntry entry) throws IOException {
        return ChecksumInputStream.builder()
                .setInputStream(zip.getInputStream(entry))
                .setChecksum(new CRC32())
                .setExpectedChecksumValue(entry.getCrc())
                .get();
    }

    private static ZipEntry onlyEntry(ZipFile zip) throws UnreadableFileException {
        List<? extends ZipEntry> files = zip.stream()
                .filter(entry -> !entry.isDirectory() && !isOfSystem(entry.getName()))
                .toList();
        if (files.size() == 1) {
            return files.get(0);
        }
        if (zip.getEntry("[Content_Types].xml") != null) {
            throw new UnreadableFileException("it is a workbook of Excel or the like; save its sheet as \"CSV UTF-8\"");
        }
        if (files.isEmpty()) {
            throw new UnreadableFileException("the zip holds no file; pack the file itself");
        }
        String names = files.stream()
                .limit(MOST_NAMES)
                .map(ZipEntry::getName)
                .map(name -> name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…")
                .collect(Collectors.joining(", "));
        throw new UnreadableFileException("the zip holds %s files (%s%s); import them one by one"
                .formatted(files.size(), names, files.size() > MOST_NAMES ? ", …" : ""));
    }

    /** What macOS adds to every zip, and hidden files. */
    private static boolean isOfSystem(String name) {
        return name.startsWith("__MACOSX/")
                || name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    /** Says that there is more until there is not: where less is said, the next part of a gzip may be left out. */
    private static final class NeverEmpty extends BufferedInputStream {

        NeverEmpty(InputStream in) {
            super(in, 1 << 16);
        }

        @Override
        public synchronized int available() throws IOException {
            return Math.max(1, super.available());
        }
    }

    /** Fails where more is read than there may be. */
    private static final class SizeLimit extends FilterInputStream {

        private final long most;
        private long read;

        SizeLimit(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int some = super.read(to, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > most) {
                throw new IOException("unpacked, it has more than %s bytes; split it".formatted(most));
            }
        }
    }
}
