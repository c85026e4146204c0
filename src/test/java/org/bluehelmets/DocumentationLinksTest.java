package org.bluehelmets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Relative links in Markdown files refer to files and headings that exist, and the index lists all pages. */
class DocumentationLinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @Test
    void relativeLinksReferToExistingFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page, UTF_8));
            while (link.find()) {
                if (!link.group(1).contains("://") && !exists(page, link.group(1))) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void indexListsAllPages() throws IOException {
        String index = Files.readString(Path.of("docs/README.md"), UTF_8);
        List<String> missing = pages().stream()
                .filter(page -> page.startsWith("docs"))
                .map(page -> page.getFileName().toString())
                .filter(name -> !name.equals("README.md") && !index.contains("(" + name + ")"))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String directory : List.of(".", "docs")) {
            try (Stream<Path> files = Files.list(Path.of(directory))) {
                files.map(Path::normalize)
                        .filter(file -> file.toString().endsWith(".md"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }

    private static boolean exists(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || headings(target).contains(parts[1]);
    }

    /** The anchors of the headings of a page, as GitHub derives them. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page, UTF_8).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }
}
