package org.bluehelmets.database;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Computes the keys by which text is compared, searched and sorted. Keys are computed in Java and stored next to the text,
 * so they are the same on every database and in every locale.
 *
 * <p>The key of "Côte d’Ivoire" is "cote divoire". It contains the letters and digits of the text in lower case, and one
 * space between words. Accents and apostrophes are removed. Hyphens, other punctuation and whitespace separate words. Texts
 * that are canonically equivalent in Unicode have the same key.
 *
 * <p>Keys are compared by code point. For Latin, Greek and Cyrillic, this is the order of the primary weights of Unicode's
 * root collation, word by word. The exceptions are letters that are replaced, such as þ or ŋ: they sort like their
 * replacement. Other scripts follow in the order of their code points. Texts with equal keys are ordered by the natural key of their row. A
 * collation library would also order those scripts. However, ICU adds 14 MB and its keys are not text for LIKE, and the keys
 * of {@link java.text.Collator} ignore spaces.
 */
public final class TextFolding {

    /** The version of the rules. Increment it when you change them, so that the next start computes the stored keys again. */
    public static final int VERSION = 1;

    /** Apostrophes, and the accents and modifier letters that are used as apostrophes. */
    private static final String APOSTROPHES = "'’‘‛`´′ʹʻʼʽʾʿˈ＇\uA78B\uA78C\u055A\u05F3";

    /** Replacements of letters that Unicode does not decompose into a basic letter and marks. */
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
     * Cyrillic letters in the order of Unicode's default collation, which differs from the order of their code points. Each
     * letter is replaced by U+0400 plus its index, a range that keys do not use otherwise because it has only capitals.
     */
    static final String CYRILLIC = "аәӕбвгғӻҕӷдђҙеєжҗзѕӡиҋійјкқӄҡҟҝлӆљмӎнӊңӈҥњоөпҧрҏсҫтҭћуүұфхӽӿҳһцҵчҷӌҹҽҿџшщъыьҍэюяҩӏ";

    private static final int BREVE = 0x0306;

    private static final char FIRST_CYRILLIC = '\u0400';

    /** Precedes the two characters that encode a code point beyond the Basic Multilingual Plane. */
    private static final char SUPPLEMENTARY = '\uD7FF';

    private TextFolding() {}

    private static Map.Entry<Integer, String> letter(String letter, String folded) {
        return Map.entry(letter.codePointAt(0), folded);
    }

    /** Returns the key of a text; null for null, and empty if the text has no letter or digit. */
    public static String fold(String text) {
        return text == null ? null : words(text).strip();
    }

    /**
     * Returns the key of a part of a text. Punctuation or whitespace at either end becomes a space, because it marks the
     * beginning or the end of a word.
     */
    public static String foldPiece(String text) {
        return words(text);
    }

    private static String words(String text) {
        String plain = withoutApostrophes(Normalizer.normalize(text, Normalizer.Form.NFC));
        // decompose to remove marks, and again in lower case, because some capitals get marks only there
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
     * Removes accents and the optional vowel signs of Hebrew and Arabic. Keeps marks that create a different letter, such as й
     * from и, and vowels of Devanagari.
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
            // hamza and madda create different letters
            case ARABIC -> mark < 0x0653 || mark > 0x0655;
            case LATIN, GREEK, COMMON, INHERITED -> isGeneral;
            // voiced letters of Japanese are different letters
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
            // H2 compares UTF-16, PostgreSQL code points: without surrogates both are the same
            words.append(SUPPLEMENTARY).append((char) (0x3400 + (c >> 12))).append((char) (0x3400 + (c & 0xFFF)));
        }
    }

    private static void separate(StringBuilder words) {
        if (words.length() == 0 || words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    /**
     * Returns a code or an acronym in the stored form, in upper case. Accepts any case, full-width letters and the dotted
     * capital I of Turkish keyboards.
     */
    public static String upperCaseKey(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'I')
                .toUpperCase(Locale.ROOT);
    }

    /** Returns a key in the stored form, in lower case. Accepts the same input as {@link #upperCaseKey}. */
    public static String lowerCaseKey(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('İ', 'I')
                .toLowerCase(Locale.ROOT)
                .replace('ı', 'i');
    }

    /** Returns the keys of several texts for one column. Each is between line breaks, which keys do not contain. */
    public static String foldAll(Collection<String> texts) {
        return texts.stream().map(text -> fold(text) + "\n").collect(Collectors.joining("", "\n", ""));
    }
}
