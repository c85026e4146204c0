package org.bluehelmets.database;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The one way in which text is compared, searched and ordered: by a key that is computed in Java, stored beside the
 * text, and the same on every database and under every locale.
 *
 * <p>The key of "Côte d’Ivoire" is "cote divoire". It has the letters and digits of the text in lower case and one space
 * between words: accents and apostrophes are dropped; hyphens, other signs and blanks separate words. Texts that are
 * canonically equivalent in Unicode have the same key.
 *
 * <p>Keys are compared by code point. For Latin, Greek and Cyrillic that is the order of the primary weights of Unicode's
 * root collation, word by word; only letters that are spelled with others elsewhere, such as þ or ŋ, are ordered like
 * these. Other scripts follow in the order of their code points. Texts with equal keys are ordered by the natural key of their row. A collation library would order those scripts too,
 * but ICU's adds 14 MB, its keys are no text that LIKE could search, and those of {@link java.text.Collator} ignore
 * spaces.
 */
public final class TextFolding {

    /** Increment it with every change of the rules: then the stored keys are computed again at the next start. */
    public static final int VERSION = 1;

    /** Apostrophes, and the accents and modifier letters that are written for them. */
    private static final String APOSTROPHES = "'’‘‛`´′ʹʻʼʽʾʿˈ＇\uA78B\uA78C\u055A\u05F3";

    /** Letters that Unicode does not decompose into a letter of the basic alphabet and marks. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            letter("ø", "o"),
            letter("ł", "l"),
            letter("ß", "ss"),
            letter("æ", "ae"),
            letter("œ", "oe"),
            letter("ð", "d"),
            letter("đ", "d"),
            letter("ɖ", "d"),
            letter("þ", "th"),
            letter("ħ", "h"),
            letter("ı", "i"),
            letter("ȷ", "j"),
            letter("ĸ", "k"),
            letter("ŋ", "n"),
            letter("ŧ", "t"),
            letter("ə", "e"),
            letter("ɛ", "e"),
            letter("ɔ", "o"),
            letter("ɓ", "b"),
            letter("ɗ", "d"),
            letter("ƙ", "k"),
            letter("ƴ", "y"),
            letter("ς", "σ"),
            letter("ґ", "г"));

    /**
     * Cyrillic letters in the order of Unicode's default collation, which is not that of their code points: each becomes
     * the letter with its place from U+0400 on, where only capitals would be otherwise.
     */
    static final String CYRILLIC = "аәӕбвгғӻҕӷдђҙеєжҗзѕӡиҋійјкқӄҡҟҝлӆљмӎнӊңӈҥњоөпҧрҏсҫтҭћуүұфхӽӿҳһцҵчҷӌҹҽҿџшщъыьҍэюяҩӏ";

    private static final int BREVE = 0x0306;

    private static final char FIRST_CYRILLIC = '\u0400';

    /** Precedes the two characters that stand for one beyond the Basic Multilingual Plane. */
    private static final char SUPPLEMENTARY = '\uD7FF';

    private TextFolding() {}

    private static Map.Entry<Integer, String> letter(String letter, String folded) {
        return Map.entry(letter.codePointAt(0), folded);
    }

    /** The key of a text; null for null, and empty where the text has no letter or digit. */
    public static String fold(String text) {
        return text == null ? null : words(text).strip();
    }

    /**
     * The key of a piece of a text: a sign or blank at either end is a space there, for it says that a word begins or
     * ends.
     */
    public static String foldPiece(String text) {
        return words(text);
    }

    private static String words(String text) {
        String plain = withoutApostrophes(Normalizer.normalize(text, Normalizer.Form.NFC));
        // decomposed, so that marks can be dropped; once more in lower case, as some capitals have marks only then
        String decomposed = Normalizer.normalize(
                Normalizer.normalize(plain, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String letters = Normalizer.normalize(withoutApostrophes(withoutAccents(decomposed)), Normalizer.Form.NFC);
        StringBuilder words = new StringBuilder(letters.length());
        letters.codePoints().forEach(c -> append(words, c));
        return words.toString();
    }

    private static String withoutApostrophes(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.chars().filter(c -> APOSTROPHES.indexOf(c) < 0).forEach(c -> rest.append((char) c));
        return rest.toString();
    }

    /**
     * Drops accents, and the optional vowel signs of Hebrew and Arabic. Marks that make another letter stay: й is not и,
     * nor is a Devanagari vowel an accent.
     */
    private static String withoutAccents(String decomposed) {
        StringBuilder letters = new StringBuilder(decomposed.length());
        int base = ' ';
        for (int i = 0; i < decomposed.length(); ) {
            int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (!isMark(c)) {
                base = c;
                letters.appendCodePoint(c);
            } else if (!isAccent(c, base)) {
                letters.appendCodePoint(c);
            }
        }
        return letters.toString();
    }

    private static boolean isAccent(int mark, int base) {
        boolean isGeneral = Character.UnicodeScript.of(mark) == Character.UnicodeScript.INHERITED;
        return switch (Character.UnicodeScript.of(base)) {
            case CYRILLIC -> isGeneral && !(base == 'и' && mark == BREVE);
            case HEBREW -> true;
            // hamza and madda make letters of their own
            case ARABIC -> mark < 0x0653 || mark > 0x0655;
            case LATIN, GREEK, COMMON, INHERITED -> isGeneral;
            // Japanese voiced letters are other letters
            default -> isGeneral && mark != 0x3099 && mark != 0x309A;
        };
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder words, int c) {
        String others = LETTERS.get(c);
        int cyrillic = CYRILLIC.indexOf(c);
        if (others != null) {
            others.codePoints().forEach(each -> append(words, each));
        } else if (cyrillic >= 0) {
            words.append((char) (FIRST_CYRILLIC + cyrillic));
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            words.append((char) ('0' + Character.digit(c, 10)));
        } else if (!Character.isLetterOrDigit(c) && !isMark(c)) {
            separate(words);
        } else if (Character.isBmpCodePoint(c)) {
            words.append((char) c);
        } else {
            // H2 compares UTF-16, PostgreSQL code points: without surrogates that is the same
            words.append(SUPPLEMENTARY).append((char) (0x3400 + (c >> 12))).append((char) (0x3400 + (c & 0xFFF)));
        }
    }

    private static void separate(StringBuilder words) {
        if (words.length() == 0 || words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    /**
     * A code or an acronym as it is stored, in upper case, from how it was typed: in any case, in full-width letters, or
     * with the dotted capital I of a Turkish keyboard.
     */
    public static String upperCaseKey(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'I')
                .toUpperCase(Locale.ROOT);
    }

    /** The same for a key that is stored in lower case. */
    public static String lowerCaseKey(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'I')
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
    }

    /** The folded texts in one column, each between line breaks, which no folded text contains. */
    public static String foldAll(Collection<String> texts) {
        return texts.stream().map(text -> fold(text) + "\n").collect(Collectors.joining("", "\n", ""));
    }
}
