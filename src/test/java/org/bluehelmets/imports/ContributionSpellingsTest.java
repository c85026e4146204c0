package org.bluehelmets.imports;

import static org.bluehelmets.testsupport.Contributions.exported;
import static org.bluehelmets.testsupport.Contributions.load;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.bluehelmets.imports.reader.UnreadableFileException;
import org.bluehelmets.testsupport.Contributions;
import org.bluehelmets.testsupport.OwnDatabase;
import org.bluehelmets.testsupport.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the notations of contributions that imports accept. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class ContributionSpellingsTest {

    private final Rows rows = new Rows();

    @BeforeEach
    void clear() {
        rows.clearImports();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30",
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,30-Sep-19",
                "KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,30/09/2019",
                "KAZ,398.0,Kazakhstan,UNIFIL ,Troops ,1.0,121,2019-09-30",
                " kaz , , Kazakhstan , unifil , troops , 1 , 121 , 2019-09-30 ",
                "#N/A,398.0,,UNIFIL,Troops,1,121,2019-09-30",
                "#N/A,#N/A,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30",
                "XXX,,KAZAKHSTAN,UNIFIL,Troops,1,121,2019-09-30",
                "\"KAZ\",\"398\",\"Kazakhstan\",\"UNIFIL\",\"Troops\",\"1\",\"121\",\"2019-09-30\"",
            })
    void readsVariantsOfSameRow(String row) {
        load(Contributions.file().line("1," + row));

        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    @ParameterizedTest
    @CsvSource({
        "Türkiye, TUR",
        "Turkey, TUR",
        "Turkiye, TUR",
        "Côte d'Ivoire, CIV",
        "Côte d’Ivoire, CIV",
        "Cote d Ivoire, CIV",
        "DR Congo, COD",
        "Democratic Republic of the Congo (DRC), COD",
        "Zaire, COD",
        "Congo, COG",
        "Swaziland, SWZ",
        "'Moldova, Republic of', MDA",
        "'Tanzania, United Republic of', TZA",
        "Viet Nam, VNM",
        "Czech Republic, CZE",
        "The former Yugoslav Republic of Macedonia, MKD",
        "United Kingdom of Great Britain and Northern Ireland, GBR",
        "Republic of Korea, KOR",
        "Iran (Islamic Republic of), IRN",
        "Bolivia (Plurinational State of), BOL",
        "Brunei, BRN",
        "Cape Verde, CPV",
        "Russian, RUS",
        "United States of America, USA",
    })
    void resolvesFormerAndVariantNationNames(String name, String code) {
        load(Contributions.file().line("1,#N/A,,\"" + name + "\",UNIFIL,Troops,0,5,2019-09-30"));

        assertTrue(exported().get(0).startsWith(code + ","), exported().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF{header}\n{row}\n",
                "{header}\r\n{row}\r\n",
                "{header}\n{row}",
                "{header}\n\n{row}\n\n",
                "CONTRIBUTING_COUNTRY,Mission_Acronym,personnel_type,FEMALE_personnel,male_personnel,"
                        + "last_reporting_date,remark\nKazakhstan,UNIFIL,Troops,1,121,2019-09-30,none\n",
                "last_reporting_date,male_personnel,female_personnel,personnel_type,mission_acronym,"
                        + "contributing_country\n2019-09-30,121,1,Troops,UNIFIL,Kazakhstan\n",
                "[{\"contribution_id\":1,\"isocode3\":\"KAZ\",\"m49_code\":398,\"contributing_country\":\"Kazakhstan\","
                        + "\"mission_acronym\":\"UNIFIL\",\"personnel_type\":\"Troops\",\"female_personnel\":1,"
                        + "\"male_personnel\":121,\"last_reporting_date\":1569801600000}]",
                "[{\"ISOCODE3\":\"KAZ\",\"contributing_country\":null,\"mission_acronym\":\"UNIFIL\","
                        + "\"personnel_type\":\"Troops\",\"female_personnel\":\"1\",\"male_personnel\":121.0,"
                        + "\"last_reporting_date\":\"2019-09-30\"}]",
            })
    void readsVariantsOfSameFile(String text) {
        String file = text.replace("{header}", Contributions.HEADER)
                .replace("{row}", "1,KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30");

        assertEquals(1, load(file).rowsStored());
        assertEquals(List.of("KAZ,398,Kazakhstan,UNIFIL,Troops,1,121,2019-09-30"), exported());
    }

    @Test
    void readsJsonDatesBefore1970() {
        load("""
                [{"contributing_country": "Sweden", "mission_acronym": "UNFICYP", "personnel_type": "Troops",
                  "female_personnel": 0, "male_personnel": 954, "last_reporting_date": -160617600000}]""");

        assertEquals(List.of("SWE,752,Sweden,UNFICYP,Troops,0,954,1964-11-29"), exported());
    }

    @Test
    void rejectsCodeAndNameOfDifferentNations() {
        ImportReport report = load(Contributions.file().line("1,COG,178,DR Congo,MONUSCO,Troops,0,1,2020-01-31"));

        assertEquals(
                "line 2, column contributing_country: \"DR Congo\": the code, M49 number and name belong to"
                        + " different nations; correct them",
                report.badRows().get(0).toString());
    }

    @ParameterizedTest
    @DisabledOnIntegrationTest("over HTTP, the path names the dataset")
    @ValueSource(strings = {"", "a,b\n1,2\n", "<html></html>", "[{\"a\":1}]", "{\"a\":1}", "\u0000\u0001\u0002"})
    void rejectsFilesOfNoDataset(String text) {
        Importer importer = Arc.container().instance(Importer.class).get();
        ImportOptions options = ImportOptions.DEFAULT;

        assertThrows(
                UnreadableFileException.class,
                () -> importer.run(Contributions.stream(text), options, ImportProgress.NONE));
    }
}
