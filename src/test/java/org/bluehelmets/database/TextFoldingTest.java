package org.bluehelmets.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Comparison;
import org.bluehelmets.testsupport.Defaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the keys of texts with the results of ICU. */
class TextFoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Côte d’Ivoire | cote divoire",
                "CÔTE D'IVOIRE | cote divoire",
                "Co\u0302te dʼIvoire | cote divoire",
                "Cote d`Ivoire | cote divoire",
                "Cote d´Ivoire | cote divoire",
                "Åland Islands | aland islands",
                "A\u030Aland Islands | aland islands",
                "\u212Bland Islands | aland islands",
                "TÜRKİYE | turkiye",
                "Türkıye | turkiye",
                "Guinea-Bissau | guinea bissau",
                "Guinea\u2010Bissau | guinea bissau",
                "Guinea  \u00A0 Bissau | guinea bissau",
                "Timor\u2013Leste | timor leste",
                "Iran (Islamic Republic of) | iran islamic republic of",
                "Łódź Ørsted Đặng Straße STRASSE Œuvre Æsir Þór Höfðabær | lodz orsted dang strasse strasse oeuvre aesir thor hofdabaer",
                "Oʻzbekiston | ozbekiston",
                "ＵＮＩＦＩＬ １２ | unifil 12",
                "\u0661\u0662 | 12",
                "ΣΑΣ Σας | σασ σασ",
                "S/RES/2790 (2025) | s res 2790 2025",
                "U.N. | u n",
                "' | \"\"",
                "\u0301 | \"\"",
                "\uD800 | \"\"",
                "- % _ ! | \"\"",
                "\uD835\uDC00 | a"
            })
    void removesIrrelevantDifferences(String text, String key) {
        assertEquals(key, TextFolding.fold(text));
    }

    @ParameterizedTest
    @CsvSource({"й, и", "कि, क", "が, か", "أ, ا", "日, 本", "ь, ъ", "2, 3"})
    void keepsDifferentLetters(String one, String other) {
        assertTrue(!TextFolding.fold(one).equals(TextFolding.fold(other)), one);
    }

    @Test
    void isIdempotentExceptForRenumberedLetters() {
        for (String text : texts(new Random(17), 2000)) {
            String key = TextFolding.fold(text);
            if (key.chars().allMatch(c -> c < 0x0400)) {
                assertEquals(key, TextFolding.fold(key), () -> escaped(text));
            }
        }
    }

    @Test
    void equivalentTextsHaveSameKey() {
        for (String text : texts(new Random(17), 5000)) {
            String key = TextFolding.fold(text);
            for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
                assertEquals(key, TextFolding.fold(Normalizer.normalize(text, form)), () -> form + " " + escaped(text));
            }
        }
    }

    /** H2 compares UTF-16 code units, PostgreSQL code points. */
    @Test
    void keysHaveNoSurrogates() {
        for (String text : texts(new Random(18), 5000)) {
            assertTrue(TextFolding.fold(text).chars().noneMatch(c -> Character.isSurrogate((char) c)), escaped(text));
        }
        assertTrue(TextFolding.fold("日").compareTo(TextFolding.fold("\uD840\uDC00")) < 0);
        assertTrue(TextFolding.fold("\uD840\uDC00").compareTo(TextFolding.fold("\uD840\uDC01")) < 0);
        assertTrue(TextFolding.fold("\uD840\uDFFF").compareTo(TextFolding.fold("\uD869\uDC00")) < 0);
    }

    @Test
    void keepsWordBoundariesOfPieces() {
        assertEquals(" of ", TextFolding.foldPiece(" OF-"));
        assertEquals("of", TextFolding.foldPiece("of"));
        assertEquals(" ", TextFolding.foldPiece(" - "));
        assertEquals("", TextFolding.foldPiece("'"));
    }

    @Test
    void sortsWordsLikeUnicode() {
        Collator collator = Collator.getInstance(ULocale.ROOT);
        collator.setStrength(Collator.PRIMARY);
        List<String> words = new ArrayList<>(List.of(
                "Åland",
                "Afghanistan",
                "Zimbabwe",
                "Élan",
                "Elba",
                "Ñandu",
                "Nauru",
                "Öland",
                "Oman",
                "Ołomuniec",
                "Őrség",
                "Ürümqi",
                "Uganda",
                "Çanakkale",
                "Cyprus",
                "Şırnak",
                "Spain",
                "straße",
                "Straßen",
                "strasst",
                "Æther",
                "afar",
                "Ωμέγα",
                "Άλφα",
                "αθήνα",
                "10",
                "9",
                "الأردن",
                "ישראל"));
        TextFolding.CYRILLIC.codePoints().forEach(c -> words.add(Character.toString(c)));
        words.addAll(
                List.of("Қазақстан", "Казань", "Әлем", "Азия", "Ёлка", "Ель", "Йод", "Иод", "Ұлан", "Устав", "Київ"));
        List<String> expected = words.stream().sorted(collator::compare).toList();
        List<String> ordered = words.stream()
                .sorted((a, b) -> TextFolding.fold(a).compareTo(TextFolding.fold(b)))
                .toList();
        assertEquals(expected, ordered);
    }

    static Stream<Defaults> defaults() {
        return Defaults.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("defaults")
    void doesNotDependOnDefaultLocale(Defaults defaults) {
        List<String> texts = texts(new Random(19), 200);
        List<String> before = keys(texts);
        assertEquals(before, defaults.within(() -> keys(texts)));
    }

    private static List<String> keys(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(
                        TextFolding.fold(text), TextFolding.upperCaseKey(text), TextFolding.lowerCaseKey(text)))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"unifil, UNIFIL", "ＵＮＩＦＩＬ, UNIFIL", "unıfıl, UNIFIL", "UNİFİL, UNIFIL", "o\u0308, Ö"})
    void normalizesTypedKeys(String typed, String key) {
        assertEquals(key, TextFolding.upperCaseKey(typed));
        assertEquals(key.toLowerCase(Locale.ROOT), TextFolding.lowerCaseKey(typed));
    }

    /** Other tests compare names with an independent implementation. */
    @Test
    void matchesImplementationOfOtherTests() {
        assertEquals("cote divoire", Comparison.key("Côte d’Ivoire"));
        assertEquals("guinea bissau", Comparison.key("Guinea-Bissau"));
    }

    /** Letters, marks and punctuation of many scripts. */
    private static List<String> texts(Random random, int count) {
        int[] blocks = {
            0x20, 0x80, 0x100, 0x180, 0x250, 0x2B0, 0x300, 0x370, 0x400, 0x480, 0x590, 0x600, 0x900, 0xE00, 0x1E00,
            0x1E80, 0x1F00, 0x2000, 0x2100, 0x3040, 0x4E00, 0xAC00, 0xFB00, 0xFF00, 0x1D400, 0x20000
        };
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6) + 1; length > 0; length--) {
                text.appendCodePoint(blocks[random.nextInt(blocks.length)] + random.nextInt(0x80));
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text);
        text.chars().forEach(c -> escaped.append(" \\u").append(Integer.toHexString(c)));
        return escaped.toString();
    }
}
