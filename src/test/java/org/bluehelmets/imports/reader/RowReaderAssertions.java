package org.bluehelmets.imports.reader;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads whole files in tests. */
final class RowReaderAssertions {

    private RowReaderAssertions() {}

    static void assertRejected(String reason, byte[] file) {
        String message =
                assertThrows(UnreadableFileException.class, () -> read(file)).getMessage();
        assertTrue(message.startsWith(reason), message);
    }

    static List<String> read(byte[] file) throws Exception {
        List<String> read = new ArrayList<>();
        try (RowReader rows = RowReader.open(new ByteArrayInputStream(file))) {
            for (InputRow row = rows.next(); row != null; row = rows.next()) {
                read.add((row.get("a") + " " + row.get("b")).replace(".0", ""));
            }
        }
        return read;
    }
}
