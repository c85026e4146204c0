package org.bluehelmets.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of the tables of the page that lists the articles' facts, each with the articles that it may be credited to. */
public final class FactsPage {

    /**
     * A fact of the page.
     *
     * @param text what the row says, without its last cell
     * @param credits the keys of the articles of the last cell
     */
    public record Fact(String text, Set<String> credits) {}

    /** Text that is no table and ends with its article in brackets. */
    private static final Pattern CREDITED_PARAGRAPH =
            Pattern.compile("([^|].*)\\(([a-z]+(?:-[a-z]+)*-\\d{4})\\)\\s*", Pattern.DOTALL);

    private final List<Fact> facts = new ArrayList<>();

    private FactsPage() {}

    /** Reads the page. Skips the test where it is not there. */
    public static FactsPage read() {
        Set<String> articles = SharedFile.rows("facts/sources.csv").stream()
                .map(row -> row.get("key"))
                .collect(Collectors.toCollection(TreeSet::new));
        FactsPage page = new FactsPage();
        try (InputStream in = SharedFile.stream("facts/FACTS.md")) {
            for (String paragraph : new String(in.readAllBytes(), UTF_8).split("\n\\s*\n")) {
                Matcher credited = CREDITED_PARAGRAPH.matcher(paragraph);
                if (credited.matches()) {
                    String text = credited.group(1).strip().replace('\n', ' ');
                    page.facts.add(new Fact(text, named(credited.group(2), articles)));
                }
                paragraph.lines().forEach(line -> page.add(line.strip(), articles));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }

    private void add(String line, Set<String> articles) {
        if (!line.startsWith("|") || line.startsWith("|---") || line.matches("\\|.*\\| article \\|")) {
            return;
        }
        String row = line.substring(1, line.length() - 1);
        String text = row.substring(0, row.lastIndexOf('|')).strip();
        String credit = row.substring(row.lastIndexOf('|') + 1).strip();
        if (credit.equals("each its own")) {
            // "one thing (article), another thing (article)"
            for (MatchResult part : Pattern.compile("([^;]+?) \\(([a-z]+(?:-[a-z]+)*-\\d{4})\\)")
                    .matcher(text)
                    .results()
                    .toList()) {
                facts.add(new Fact(part.group(1).strip(), named(part.group(2), articles)));
            }
        } else {
            facts.add(new Fact(text, credit.equals("all") ? articles : named(credit, articles)));
        }
    }

    private static Set<String> named(String credit, Set<String> articles) {
        Set<String> named = Pattern.compile("[a-z]+(?:-[a-z]+)*-\\d{4}")
                .matcher(credit)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!articles.containsAll(named) || named.isEmpty() && !credit.equals("-")) {
            throw new IllegalStateException("this credits no article that is known: " + credit);
        }
        return named;
    }

    public List<Fact> facts() {
        return facts;
    }

    /** The only fact whose row has these words. */
    public Fact saying(String words) {
        List<Fact> found =
                facts.stream().filter(fact -> fact.text.contains(words)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " facts say: " + words);
        }
        return found.get(0);
    }
}
