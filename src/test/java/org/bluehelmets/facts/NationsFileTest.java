package org.bluehelmets.facts;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The nations are those of ISO 3166-1, with the UN's numbers and the UN's names, as the Unicode project knows them. */
@QuarkusTest
class NationsFileTest {

    /** Where the UN's short name is another than Unicode's, beyond spelling. */
    private static final Map<String, String> UN_NAMES = Map.ofEntries(
            entry("ATF", "French Southern Territories"),
            entry("BES", "Bonaire, Sint Eustatius and Saba"),
            entry("BRN", "Brunei Darussalam"),
            entry("COD", "Democratic Republic of the Congo"),
            entry("COG", "Congo"),
            entry("CPV", "Cabo Verde"),
            entry("FLK", "Falkland Islands (Malvinas)"),
            entry("FSM", "Micronesia (Federated States of)"),
            entry("HKG", "Hong Kong"),
            entry("IRN", "Iran (Islamic Republic of)"),
            entry("KOR", "Republic of Korea"),
            entry("LAO", "Lao People's Democratic Republic"),
            entry("MAC", "Macao"),
            entry("MAF", "Saint Martin (French part)"),
            entry("MDA", "Republic of Moldova"),
            entry("MMR", "Myanmar"),
            entry("PCN", "Pitcairn"),
            entry("PRK", "Democratic People's Republic of Korea"),
            entry("PSE", "State of Palestine"),
            entry("RUS", "Russian Federation"),
            entry("SGS", "South Georgia and the South Sandwich Islands"),
            entry("STP", "Sao Tome and Principe"),
            entry("SXM", "Sint Maarten (Dutch part)"),
            entry("SYR", "Syrian Arab Republic"),
            entry("TZA", "United Republic of Tanzania"),
            entry("UMI", "United States Minor Outlying Islands"),
            entry("USA", "United States of America"),
            entry("VAT", "Holy See"),
            entry("VCT", "Saint Vincent and the Grenadines"),
            entry("VEN", "Venezuela (Bolivarian Republic of)"),
            entry("VIR", "United States Virgin Islands"),
            entry("VNM", "Viet Nam"));

    @Test
    void everyNationHasTheCodesOfTheStandard() {
        Map<String, Integer> standard =
                byAlpha3(country -> Region.getInstance(country.getCountry()).getNumericCode());
        Map<String, Object> served = new TreeMap<>();
        nations().forEach(nation -> served.put((String) nation.get("code"), nation.get("m49")));
        assertEquals(standard.keySet(), served.keySet());
        assertAll(standard.entrySet().stream()
                .map(nation -> () -> assertEquals(nation.getValue(), served.get(nation.getKey()), nation.getKey())));
    }

    @Test
    void everyNationHasItsUnicodeNameOrTheUnsOwn() {
        Map<String, String> unicode = byAlpha3(country -> spelt(country.getDisplayCountry(ULocale.ENGLISH)));
        Map<String, String> others = new HashMap<>();
        for (Map<String, ?> nation : nations()) {
            String code = (String) nation.get("code");
            if (!nation.get("name").equals(unicode.get(code))) {
                others.put(code, (String) nation.get("name"));
            }
        }
        assertEquals(new TreeMap<>(UN_NAMES), new TreeMap<>(others));
    }

    /** Unicode writes "St. Kitts & Nevis" and a typographic apostrophe, the UN "Saint Kitts and Nevis" and a plain one. */
    private static String spelt(String unicode) {
        return unicode.replace("St. ", "Saint ").replace(" & ", " and ").replace('’', '\'');
    }

    private static <T> Map<String, T> byAlpha3(Function<ULocale, T> property) {
        return Arrays.stream(Locale.getISOCountries())
                .map(alpha2 -> new ULocale("", alpha2))
                .collect(Collectors.collectingAndThen(toMap(ULocale::getISO3Country, property), TreeMap::new));
    }

    /** All nations, page by page. */
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
