package org.bluehelmets.facts;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bluehelmets.testsupport.Client;
import org.junit.jupiter.api.Test;

/**
 * Verifies that the nations are those of ISO 3166-1, with the codes and names of the UN's M49 list. The test lists the
 * names that differ from those of Unicode.
 */
@QuarkusTest
class NationsFileTest {

    /** Short names of the UN, or of ISO if the UN lists none, that differ from Unicode's in more than spelling. */
    private static final Map<String, String> UN_NAMES = Map.ofEntries(
            entry("ATF", "French Southern Territories"),
            entry("BES", "Bonaire, Sint Eustatius and Saba"),
            entry("BOL", "Bolivia (Plurinational State of)"),
            entry("BRN", "Brunei Darussalam"),
            entry("COD", "Democratic Republic of the Congo"),
            entry("COG", "Congo"),
            entry("CPV", "Cabo Verde"),
            entry("FLK", "Falkland Islands (Malvinas)"),
            entry("FSM", "Micronesia (Federated States of)"),
            entry("GBR", "United Kingdom of Great Britain and Northern Ireland"),
            entry("HKG", "China, Hong Kong Special Administrative Region"),
            entry("IRN", "Iran (Islamic Republic of)"),
            entry("KOR", "Republic of Korea"),
            entry("LAO", "Lao People's Democratic Republic"),
            entry("MAC", "China, Macao Special Administrative Region"),
            entry("MAF", "Saint Martin (French Part)"),
            entry("MDA", "Republic of Moldova"),
            entry("MMR", "Myanmar"),
            entry("NLD", "Netherlands (Kingdom of the)"),
            entry("PCN", "Pitcairn"),
            entry("PRK", "Democratic People's Republic of Korea"),
            entry("PSE", "State of Palestine"),
            entry("RUS", "Russian Federation"),
            entry("SGS", "South Georgia and the South Sandwich Islands"),
            entry("SHN", "Saint Helena"),
            entry("SJM", "Svalbard and Jan Mayen Islands"),
            entry("STP", "Sao Tome and Principe"),
            entry("SXM", "Sint Maarten (Dutch part)"),
            entry("SYR", "Syrian Arab Republic"),
            entry("TWN", "Taiwan (Province of China)"),
            entry("TZA", "United Republic of Tanzania"),
            entry("UMI", "United States Minor Outlying Islands"),
            entry("USA", "United States of America"),
            entry("VAT", "Holy See"),
            entry("VCT", "Saint Vincent and the Grenadines"),
            entry("VEN", "Venezuela (Bolivarian Republic of)"),
            entry("VIR", "United States Virgin Islands"),
            entry("VNM", "Viet Nam"),
            entry("WLF", "Wallis and Futuna Islands"));

    @Test
    void hasCodesOfTheStandard() {
        Map<String, Integer> standard =
                byAlpha3(country -> Region.getInstance(country.getCountry()).getNumericCode());
        Map<String, Object> served = new TreeMap<>();
        nations().forEach(nation -> served.put((String) nation.get("code"), nation.get("m49")));
        assertEquals(standard.keySet(), served.keySet());
        assertAll(standard.entrySet().stream()
                .map(nation -> () -> assertEquals(nation.getValue(), served.get(nation.getKey()), nation.getKey())));
    }

    @Test
    void hasUnicodeNameOrUnName() {
        Map<String, String> unicode = byAlpha3(country -> withUnSpelling(country.getDisplayCountry(ULocale.ENGLISH)));
        Map<String, String> others = new HashMap<>();
        for (Map<String, ?> nation : nations()) {
            String code = (String) nation.get("code");
            if (!nation.get("name").equals(unicode.get(code))) {
                others.put(code, (String) nation.get("name"));
            }
        }
        assertEquals(new TreeMap<>(UN_NAMES), new TreeMap<>(others));
    }

    @Test
    void citesM49OrIsoAsSourceOfNames() {
        JsonPath answer = Client.data("""
                { turkey: nation(code: "TUR") { name source { key note } }
                  taiwan: nation(code: "TWN") { name source { key note } } }""");
        assertEquals("Türkiye", answer.getString("turkey.name"));
        assertEquals("un-m49", answer.getString("turkey.source.key"));
        assertTrue(answer.getString("turkey.source.note").contains("UN terminology (UNTERM)"));
        assertEquals("iso-3166", answer.getString("taiwan.source.key"));
        assertTrue(answer.getString("taiwan.source.note").contains("M49 does not list"));
    }

    /** Unicode writes "St. Kitts &amp; Nevis" with a typographic apostrophe, the UN "Saint Kitts and Nevis" with a plain one. */
    private static String withUnSpelling(String unicode) {
        return unicode.replace("St. ", "Saint ").replace(" & ", " and ").replace('’', '\'');
    }

    private static <T> Map<String, T> byAlpha3(Function<ULocale, T> property) {
        return Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new ULocale("", alpha2))
                .collect(Collectors.collectingAndThen(toMap(ULocale::getISO3Country, property), TreeMap::new));
    }

    /** Returns all nations, page by page. */
    private static List<Map<String, ?>> nations() {
        List<Map<String, ?>> nations = new ArrayList<>();
        Map<String, Object> page = new HashMap<>(Map.of("first", 100));
        JsonPath answer;
        do {
            answer = Client.stored("NationList", page);
            nations.addAll(answer.getList("nations.edges.node"));
            page.put("after", answer.getString("nations.pageInfo.endCursor"));
        } while (answer.getBoolean("nations.pageInfo.hasNextPage"));
        return nations;
    }
}
