package org.bluehelmets.facts;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bluehelmets.testsupport.Client;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verifies that every fact in the articles can be queried. */
@QuarkusTest
class ArticleFactsTest {

    private static final Map<String, ?> NOTHING = Map.of();

    /** A fact and the path at which the response of a stored operation contains it. */
    private record Fact(String operation, Map<String, ?> variables, String path, Matcher<?> says) {}

    @ParameterizedTest(name = "{0}")
    @MethodSource("caspian2018")
    void returnsFactsOfCaspianNews2018(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> caspian2018() {
        return Stream.of(
                article("caspian-2018", "Caspian News", "Gaukhar Erubaeva", "2018-04-12"),
                mission("UNIFIL has its full name", "UNIFIL", "name", is("United Nations Interim Force in Lebanon")),
                mission("UNIFIL works in Lebanon", "UNIFIL", "hosts.code", contains("LBN")),
                mission("UNIFIL began in 1978", "UNIFIL", "startedOn.text", startsWith("1978")),
                fact(
                        "UNIFIL went on",
                        "MissionProfile",
                        Map.of("acronym", "UNIFIL", "on", "2018-04-12"),
                        "mission.active",
                        is(true)),
                mission(
                        "UNIFIL was deployed under resolution 1701 after a war of 34 days",
                        "UNIFIL",
                        "milestones.nodes.find { it.sources.key == ['caspian-2018'] && it.date?.text == '2006' }.title",
                        allOf(containsString("resolution 1701"), containsString("34-day Lebanon War"))),
                mission("resolution 1701 is UNIFIL's", "UNIFIL", "resolutions", hasItem("S/RES/1701 (2006)")),
                mission(
                        "UNIFIL patrols with the Lebanese army",
                        "UNIFIL",
                        "mandate",
                        allOf(
                                containsString("with the Lebanese army"),
                                containsString("Blue Line"),
                                containsString("between Lebanon and Israel"))),
                figure(
                        "the Blue Line is over 49 miles long",
                        "UNIFIL",
                        "BORDER_LENGTH",
                        "caspian-2018",
                        "49 miles AT_LEAST 2018-04"),
                mission(
                        "the length of the Blue Line is a claim of the article, not a part of the mandate",
                        "UNIFIL",
                        "mandate",
                        not(containsString("miles"))),
                figure(
                        "41 nations gave to UNIFIL",
                        "UNIFIL",
                        "CONTRIBUTING_NATIONS",
                        "caspian-2018",
                        "41 null EXACT 2018-04"),
                claim("a very small contingent in Haiti is the article's claim", "HTI"),
                claim("a very small contingent in Liberia is the article's claim", "LBR"),
                deployment(
                        "a very small contingent was in Côte d'Ivoire",
                        "it.mission.acronym == 'UNOCI' && it.sources.key.contains('caspian-2018')",
                        "note",
                        containsString("very small contingent")),
                deployment(
                        "nearly 300 were in Iraq, led by NATO",
                        "it.mission.acronym == 'OIF' && it.sources.key.contains('caspian-2018')",
                        "note",
                        allOf(containsString("nearly 300"), containsString("NATO-led"))),
                milestone(
                        "UNIFIL is the first major peacekeeping activity of the country",
                        "ARRIVAL",
                        "it.sources.key == ['caspian-2018']",
                        "title",
                        containsString("first major peacekeeping activity")),
                counts(
                        "caspian-2018",
                        "KAZ UNIFIL TROOPS 120 ABOUT PLANNED 2018-04-09",
                        "KAZ null TROOPS 170 ABOUT PLANNED 2018",
                        "KAZ MINURSO ALL 5 EXACT DEPLOYED 2018-04-12",
                        "null UNIFIL ALL 11000 ABOUT DEPLOYED 2018-04-12",
                        "KAZ OIF TROOPS 300 ABOUT HISTORICAL 2003"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("astanaTimes2018")
    void returnsFactsOfAstanaTimes2018(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> astanaTimes2018() {
        return Stream.of(
                article("astana-times-2018", "The Astana Times", "Kairat Abdrakhmanov", "2018-11-06"),
                note("its author was foreign minister", "astana-times-2018", "foreign minister"),
                milestone(
                        "it was the first time that a Kazakh contingent takes part in a UN mission",
                        "ARRIVAL",
                        "it.sources.key == ['astana-times-2018'] && it.date.text == '2018-10-31'",
                        "title",
                        containsString("first time that a Kazakh military contingent")),
                unit("IndKazBat is joint", "IndKazBat", "joint", is(true)),
                unit("IndKazBat is Kazakh and Indian", "IndKazBat", "nations.code", contains("IND", "KAZ")),
                unit("IndKazBat serves in UNIFIL", "IndKazBat", "mission.acronym", is("UNIFIL")),
                unit("IndKazBat serves in Sector East", "IndKazBat", "sector", is("Sector East")),
                unit(
                        "IndKazBat's area is where Lebanon borders on Israel and Syria",
                        "IndKazBat",
                        "milestones.nodes.title",
                        hasItem(allOf(
                                containsString("East multinational brigade"),
                                containsString("border of Lebanon with Israel and Syria")))),
                rotation("the first rotation arrived on 31 October 2018", 1, "startsOn.text", is("2018-10-31")),
                rotation("it served in IndKazBat", 1, "battalion.name", is("IndKazBat")),
                milestone(
                        "the memorandum with India became law in October 2018",
                        "AGREEMENT",
                        "it.nations.code == ['IND', 'KAZ'] && it.date.text == '2018-10'",
                        "title",
                        allOf(containsString("late October 2018"), containsString("ratifies by law"))),
                deployment(
                        "Kazakh troops were in Iraq from 2003 to 2008",
                        "it.mission.hosts.code.contains('IRQ')",
                        "with { it.startsOn.text + ' to ' + it.endsOn.text }",
                        is("2003 to 2008")),
                deployment(
                        "the force in Iraq was not the UN's",
                        "it.mission.hosts.code.contains('IRQ')",
                        "mission.kind",
                        is("NON_UN")),
                counts("astana-times-2018", "KAZ UNIFIL TROOPS 120 EXACT DEPLOYED 2018-10-31"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("diplomat2020")
    void returnsFactsOfDiplomat2020(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> diplomat2020() {
        return Stream.of(
                article("diplomat-2020", "The Diplomat", "Wilder Alejandro Sanchez", "2020-07"),
                note("its month is inferred", "diplomat-2020", "month of publication is inferred"),
                note("UNIFIL patrolled the Shab'a region", "diplomat-2020", "joint patrols in the Shab'a region"),
                rotation(
                        "Major Ayan Nurkassov commanded the first rotation",
                        1,
                        "commander",
                        is(Map.of("rank", "Major", "name", "Ayan Nurkassov"))),
                milestone(
                        "he arrived in late October 2018",
                        "ARRIVAL",
                        "it.sources.key == ['diplomat-2020'] && it.date.text == '2018-10'",
                        "title",
                        allOf(
                                containsString("Major Ayan Nurkassov"),
                                containsString("first mission to which Kazakhstan sends contingent troops"))),
                mission(
                        "the mandate of UNIFIL was given in 1978, adjusted in 1982 and 2000, enhanced in 2006",
                        "UNIFIL",
                        "milestones.nodes.findAll { it.kind == 'MANDATE' && it.sources.key == ['diplomat-2020'] }.date.text",
                        contains("1978", "1982", "2000", "2006")),
                mission(
                        "UNIFIL is in southern Lebanon for the withdrawal, for peace and for the government's authority",
                        "UNIFIL",
                        "milestones.nodes.find { it.date?.text == '1978' }.title",
                        allOf(
                                containsString("southern Lebanon"),
                                containsString("confirm the Israeli withdrawal"),
                                containsString("restore international peace and security"),
                                containsString("restore its effective authority"))),
                figure("318 died in UNIFIL", "UNIFIL", "FATALITIES", "diplomat-2020", "318 null EXACT 2020-07"),
                figure(
                        "45 nations gave to UNIFIL",
                        "UNIFIL",
                        "CONTRIBUTING_NATIONS",
                        "diplomat-2020",
                        "45 null EXACT 2020-07"),
                figure("Kazakhstan ranks 66th", "KAZ", "RANK", "diplomat-2020", "66 null EXACT 2020-05-31"),
                fact(
                        "just below Sweden",
                        "Figures",
                        Map.of("metric", "RANK"),
                        "nation.figures[0].note",
                        containsString("just below Sweden")),
                mission(
                        "Sector East has troops from seven nations",
                        "UNIFIL",
                        "with { m -> m.deployments.nodes.findAll { it.note?.contains('Sector East') }.nation.code"
                                + " + m.battalions.nodes.findAll { it.sector == 'Sector East' }.nations.flatten().code }",
                        hasItems("BRA", "IDN", "NPL", "SRB", "ESP", "IND", "KAZ")),
                mission(
                        "UNIFIL has IndKazBat, INDBATT, the company and the reserve",
                        "UNIFIL",
                        "battalions.nodes.name",
                        hasItems("IndKazBat", "INDBATT", "Kazakh company", "Battalion Mobile Reserve")),
                unit("INDBATT is Indian", "INDBATT", "nations.code", contains("IND")),
                unit("with the Kazakh company it forms IndKazBat", "INDBATT", "parent.name", is("IndKazBat")),
                unit("INDBATT lies at Ibl al-Saqi", "INDBATT", "positions.name", contains("Ibl al-Saqi")),
                unit(
                        "near the sector headquarters in south-eastern Lebanon",
                        "INDBATT",
                        "positions[0].near",
                        allOf(containsString("sector headquarters"), containsString("south-eastern Lebanon"))),
                unit(
                        "the company and the reserve are with INDBATT",
                        "INDBATT",
                        "subunits.name",
                        containsInAnyOrder("Kazakh company", "Battalion Mobile Reserve")),
                unit("the Kazakh company is a company", "Kazakh company", "unitKind", is("COMPANY")),
                unit("the Kazakh company's parent is INDBATT", "Kazakh company", "parent.name", is("INDBATT")),
                unit(
                        "the Kazakh company holds UNP 4-2 and UNP 4-3",
                        "Kazakh company",
                        "positions.name",
                        contains("UNP 4-2", "UNP 4-3")),
                unit(
                        "they are near Ibl el-Saqi, however it is spelt",
                        "Kazakh company",
                        "positions.near.unique()",
                        contains(allOf(containsString("Ibl al-Saqi"), containsString("Ibl el-Saqi")))),
                unit(
                        "the company patrols, does staff duties, observes, secures and is the reserve",
                        "Kazakh company",
                        "tasks",
                        containsInAnyOrder(
                                "foot and vehicle patrols",
                                "staff duties",
                                "observation posts and checkpoints",
                                "security of UN positions",
                                "Battalion Mobile Reserve")),
                unit("BMR is another name of the reserve", "BMR", "name", is("Battalion Mobile Reserve")),
                unit("the reserve is part of INDBATT", "BMR", "parent.name", is("INDBATT")),
                unit("the reserve is Indian and Kazakh", "BMR", "nations.code", contains("IND", "KAZ")),
                unit("the reserve is one", "BMR", "unitKind", is("RESERVE")),
                unit(
                        "it keeps three quick reaction teams",
                        "BMR",
                        "tasks",
                        hasItem(containsString("three quick reaction teams"))),
                unit(
                        "its patrols are half and half, officers taking turns",
                        "BMR",
                        "tasks",
                        hasItem(allOf(
                                containsString("half Kazakh and half Indian"),
                                containsString("officers taking turns as patrol commander")))),
                unit("KAZREG is a regiment", "KAZREG", "unitKind", is("REGIMENT")),
                unit(
                        "KAZREG has been in exercises with four nations every year since 2003",
                        "KAZREG",
                        "milestones.nodes.find { it.kind == 'EXERCISE' && it.date.text == '2003' && it.title.contains('every year') }"
                                + ".nations.code",
                        containsInAnyOrder("KAZ", "USA", "GBR", "TUR", "IND")),
                rotation(
                        "the second rotation is only implied",
                        2,
                        "with { it.rotation + ' ' + it.startsOn + ' ' + it.endsOn }",
                        is("2 null null")),
                rotation("nobody counted the second rotation", 2, "personnelCounts.nodes", is(empty())),
                rotation("the third rotation was 120", 3, "personnelCounts.nodes.total", contains(120)),
                rotation(
                        "the third rotation had two staff officers besides",
                        3,
                        "note",
                        allOf(containsString("31 May 2020"), containsString("two staff officers"))),
                rotation("the fourth rotation was due in August 2020", 4, "startsOn.text", is("2020-08")),
                rotation("the fourth rotation was planned", 4, "status", is("PLANNED")),
                training("KAZCENT trains for six months before deployment", "six months before deployment", "KAZCENT"),
                training("KAZCENT is in Almaty", "Partnership for Peace Training Centre in Almaty", "KAZCENT"),
                training("the United States helped to build it", "Global Peace Operations Initiative", "KAZCENT"),
                training("India builds there as well", "additional facility", "The Tribune"),
                training("KINPOT takes two weeks in India", "two weeks in India", "KINPOT"),
                training(
                        "Indian teams train and validate the company after it",
                        "Indian teams train and validate",
                        "KINPOT"),
                training(
                        "officers take the UN's staff and logistics course in New Delhi",
                        "UN Staff and Logistics Officer course",
                        "Centre for UN Peacekeeping in New Delhi"),
                milestone(
                        "India and Kazakhstan held Prabal Dostyk in 2017",
                        "EXERCISE",
                        "it.title.contains('Prabal Dostyk')",
                        "with { [it.date.text] + it.nations.code }",
                        contains("2017", "IND", "KAZ")),
                counts(
                        "diplomat-2020",
                        "KAZ UNIFIL TROOPS 120 EXACT DEPLOYED 2020-05-31",
                        "KAZ UNIFIL STAFF_OFFICERS 2 EXACT DEPLOYED 2020-05-31",
                        "KAZ MINURSO EXPERTS_ON_MISSION 6 EXACT DEPLOYED 2020-05-31",
                        "KGZ null ALL 14 EXACT DEPLOYED 2020-05-31",
                        "TJK null ALL 6 EXACT DEPLOYED 2020-05-31",
                        "UZB null ALL 0 EXACT DEPLOYED 2020-05-31",
                        "TKM null ALL 0 EXACT DEPLOYED 2020-05-31",
                        "null UNIFIL TROOPS 9982 EXACT DEPLOYED 2020-03",
                        "null UNIFIL STAFF_OFFICERS 198 EXACT DEPLOYED 2020-03"),
                fact(
                        "one of the six in MINURSO was a woman",
                        "PersonnelCounts",
                        Map.of("filter", Map.of("women", Map.of("gt", 0))),
                        "personnelCounts.nodes.collect { it.mission?.acronym + ' ' + it.women + ' of ' + it.total }",
                        hasItem("MINURSO 1 of 6")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commonspace2021")
    void returnsFactsOfCommonspace2021(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> commonspace2021() {
        return Stream.of(
                article("commonspace-2021", "commonspace.eu", null, "2021-01"),
                note("its month is inferred", "commonspace-2021", "month of publication is inferred"),
                rotation(
                        "the fifth rotation was due in February 2021",
                        5,
                        "startsOn",
                        is(Map.of("text", "2021-02", "precision", "MONTH"))),
                rotation("it was planned with 120", 5, "personnelCounts.nodes.total", contains(120)),
                rotation(
                        "it was to stay six months, come in two stages and spend two weeks in quarantine",
                        5,
                        "note",
                        allOf(
                                containsString("six months"),
                                containsString("two stages"),
                                containsString("checkpoints"),
                                containsString("two weeks of quarantine on return"))),
                figure(
                        "it was to hold 16 km of the border",
                        "KAZ",
                        "BORDER_LENGTH",
                        "commonspace-2021",
                        "16 km EXACT 2021-02"),
                deployment(
                        "service in Côte d'Ivoire was called current though the mission had closed",
                        "it.mission.acronym == 'UNOCI' && it.sources.key.contains('commonspace-2021')",
                        "note",
                        containsString("current in early 2021")),
                deployment(
                        "Kazakh troops had served in Tajikistan, not for the UN",
                        "it.mission.hosts.code.contains('TJK')",
                        "mission.kind",
                        is("NON_UN")),
                counts("commonspace-2021", "KAZ UNIFIL TROOPS 120 EXACT PLANNED 2021-02"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("caspian2024")
    void returnsFactsOfCaspianNews2024(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> caspian2024() {
        return Stream.of(
                article("caspian-2024", "Caspian News", "Vusala Abbasova", "2024-01-20"),
                note("Kazakhs gave water and medical care", "caspian-2024", "drinking water and medical care"),
                deployment(
                        "engineers and sappers were in Iraq",
                        "it.mission.hosts.code.contains('IRQ') && it.sources.key.contains('caspian-2024')",
                        "note",
                        containsString("Engineers and sappers")),
                figure(
                        "they made over 4 million pieces of ammunition harmless, at a time that it does not give",
                        "OIF",
                        "MUNITIONS_NEUTRALISED",
                        "caspian-2024",
                        "4000000 null AT_LEAST null"),
                mission("UNDOF has its full name", "UNDOF", "name", is("United Nations Disengagement Observer Force")),
                mission(
                        "UNDOF is on the Golan Heights between Syria and Israel",
                        "UNDOF",
                        "mandate",
                        containsString("between Israel and Syria on the Golan Heights")),
                mission(
                        "UNTSO has its full name",
                        "UNTSO",
                        "name",
                        is("United Nations Truce Supervision Organization")),
                mission(
                        "UNTSO is in Palestine and Israel",
                        "UNTSO",
                        "mandate",
                        allOf(containsString("Palestine"), containsString("Israel"))),
                mission("UNMISS is in South Sudan", "UNMISS", "hosts.code", contains("SSD")),
                mission("UNMISS has its full name", "UNMISS", "name", is("United Nations Mission in South Sudan")),
                mission(
                        "UNISFA has its full name",
                        "UNISFA",
                        "name",
                        is("United Nations Interim Security Force for Abyei")),
                mission("UNISFA is in Sudan", "UNISFA", "hosts.code", hasItem("SDN")),
                mission("MINUSCA is in the Central African Republic", "MINUSCA", "hosts.code", contains("CAF")),
                mission("MONUSCO is in the Congo", "MONUSCO", "hosts.code", contains("COD")),
                mission(
                        "UNOCI was in Côte d'Ivoire",
                        "UNOCI",
                        "with { it.hosts.code + it.active }",
                        contains("CIV", false)),
                mission("MINUSMA was in Mali", "MINUSMA", "with { it.hosts.code + it.active }", contains("MLI", false)),
                mission(
                        "MINURSO has its full name",
                        "MINURSO",
                        "name",
                        is("United Nations Mission for the Referendum in Western Sahara")),
                deployment(
                        "UNOCI is earlier service",
                        "it.mission.acronym == 'UNOCI' && it.sources.key.contains('caspian-2024')",
                        "status",
                        is("ENDED")),
                deployment(
                        "MINUSMA is earlier service",
                        "it.mission.acronym == 'MINUSMA' && it.sources.key == ['caspian-2024']",
                        "status",
                        is("ENDED")),
                deployment(
                        "a reserve company was due at UNDOF in March 2024",
                        "it.mission.acronym == 'UNDOF'",
                        "startsOn.text",
                        is("2024-03")),
                deployment(
                        "139 with equipment, weapons and property",
                        "it.mission.acronym == 'UNDOF'",
                        "note",
                        containsString("139 with equipment, weapons and property")),
                unit(
                        "KAZBAT was formed in 2000",
                        "KAZBAT",
                        "formedOn",
                        is(Map.of("text", "2000", "precision", "YEAR"))),
                unit("KAZBAT served in Iraq", "KAZBAT", "mission.acronym", is("OIF")),
                milestone(
                        "parliament allowed up to 430 on 19 January 2024",
                        "AUTHORISATION",
                        "it.date.text == '2024-01-19'",
                        "title",
                        allOf(
                                containsString("unanimously"),
                                containsString("up to 430"),
                                containsString(
                                        "observers, staff officers, infantry, medical, reconnaissance and engineering"))),
                milestone(
                        "for UNDOF, UNTSO, UNMISS and UNISFA",
                        "AUTHORISATION",
                        "it.date.text == '2024-01-19'",
                        "missions.acronym",
                        containsInAnyOrder("UNDOF", "UNTSO", "UNMISS", "UNISFA")),
                figure(
                        "the transport cost about 8 million dollars",
                        "KAZ",
                        "COST",
                        "caspian-2024",
                        "8000000 USD ABOUT 2024-01"),
                counts(
                        "caspian-2024",
                        "KAZ null ALL 430 UP_TO AUTHORISED 2024-01-19",
                        "KAZ UNDOF TROOPS 139 EXACT PLANNED 2024-03",
                        "KAZ MINURSO ALL 6 EXACT DEPLOYED 2024-01-20",
                        "KAZ MINUSCA ALL 2 EXACT DEPLOYED 2024-01-20",
                        "KAZ MONUSCO ALL 2 EXACT DEPLOYED 2024-01-20",
                        "KAZ UNIFIL ALL 9 EXACT DEPLOYED 2024-01-20"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disagreements")
    void returnsBothStatementsIfArticlesDisagree(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> disagreements() {
        return Stream.of(
                fact(
                        "41 and 45 nations gave to UNIFIL",
                        "Figures",
                        Map.of("metric", "CONTRIBUTING_NATIONS"),
                        "mission.figures.collect { it.source.key + ' ' + (it.value as int) }",
                        contains("caspian-2018 41", "diplomat-2020 45")),
                fact(
                        "the first rotation came on 31 October or in late October",
                        "Milestones",
                        Map.of(
                                "filter",
                                Map.of(
                                        "kind",
                                        Map.of("eq", "ARRIVAL"),
                                        "title",
                                        Map.of("contains", "the first Kazakh"))),
                        "milestones.nodes.collect { it.sources.key.join() + ' ' + it.date.text }",
                        containsInAnyOrder("astana-times-2018 2018-10-31", "diplomat-2020 2018-10")),
                rotation(
                        "about 120 were planned for the first rotation and 120 came",
                        1,
                        "personnelCounts.nodes.collect { it.source.key + ' ' + it.precision + ' ' + it.total + ' ' + it.status }",
                        contains("caspian-2018 ABOUT 120 PLANNED", "astana-times-2018 EXACT 120 DEPLOYED")),
                fact(
                        "the officers in MINURSO are counted anew by each article",
                        "PersonnelCounts",
                        Map.of(
                                "filter",
                                Map.of(
                                        "nation", Map.of("code", Map.of("eq", "KAZ")),
                                        "mission", Map.of("acronym", Map.of("eq", "MINURSO")),
                                        "source", Map.of("kind", Map.of("eq", "ARTICLE")))),
                        "personnelCounts.nodes.collect { it.source.key + ' ' + it.total }",
                        contains("caspian-2018 5", "diplomat-2020 6", "caspian-2024 6")),
                fact(
                        "the two staff officers of 2020 and the nine officers of 2024 are both kept",
                        "PersonnelCounts",
                        Map.of(
                                "filter",
                                Map.of(
                                        "nation", Map.of("code", Map.of("eq", "KAZ")),
                                        "mission", Map.of("acronym", Map.of("eq", "UNIFIL")),
                                        "category", Map.of("in", List.of("STAFF_OFFICERS", "ALL")),
                                        "source", Map.of("kind", Map.of("eq", "ARTICLE")))),
                        "personnelCounts.nodes.collect { it.source.key + ' ' + it.total }",
                        contains("diplomat-2020 2", "caspian-2024 9")),
                deployment(
                        "all articles speak of the officers in MINURSO",
                        "it.mission.acronym == 'MINURSO'",
                        "sources.key",
                        containsInAnyOrder(
                                "caspian-2018",
                                "astana-times-2018",
                                "diplomat-2020",
                                "commonspace-2021",
                                "caspian-2024")),
                deployment(
                        "they observe and command",
                        "it.mission.acronym == 'MINURSO'",
                        "note",
                        allOf(containsString("observers"), containsString("command positions"))));
    }

    @Test
    void returnsUnitWithPartnersMissionCountsAndSourcesInOneQuery() {
        var indKazBat =
                Client.stored("IndKazBat").setRootPath("data.nation.battalions.nodes.find { it.name == 'IndKazBat' }");
        assertThat(indKazBat.getBoolean("joint"), is(true));
        assertThat(indKazBat.getList("nations.name"), contains("India", "Kazakhstan"));
        assertThat(indKazBat.getString("mission.acronym"), is("UNIFIL"));
        assertThat(
                indKazBat.getList("personnelCounts.nodes.collect"
                        + " { it.total + ' ' + it.category + ' ' + it.asOf.text + ', ' + it.source.publisher }"),
                contains("120 TROOPS 2018-10-31, The Astana Times"));
        // The only article that uses the name.
        var unit = Client.stored("BattalionTree", Map.of("name", "IndKazBat"));
        assertThat(unit.getList("battalion.sources.key"), contains("astana-times-2018"));
        assertThat(unit.getList("battalion.subunits.name"), contains("INDBATT"));
    }

    /** Facts from sources other than the articles. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void returnsFactsOfOtherSources(Fact fact) {
        check(fact);
    }

    static Stream<Named<Fact>> others() {
        return Stream.of(
                mission(
                        "the Security Council has set the end of UNIFIL",
                        "UNIFIL",
                        "milestones.nodes.findAll { it.sources.key == ['s-res-2790'] }.date.text",
                        contains("2025-08-28", "2026-12-31")),
                mission(
                        "UNIFIL ends in 2026 and leaves within a year",
                        "UNIFIL",
                        "milestones.nodes.find { it.date?.text == '2025-08-28' }.title",
                        allOf(containsString("31 December 2026"), containsString("within a year"))),
                unit(
                        "the Geo-PKO dataset says where the Kazakh positions lie",
                        "Kazakh company",
                        "positions.collect { it.name + ' ' + it.location.latitude + ' ' + it.location.longitude + ' ' + it.source.key }",
                        contains("UNP 4-2 33.3689 35.6231 geo-pko-2-3", "UNP 4-3 33.3771 35.6404 geo-pko-2-3")));
    }

    @Test
    void listsAllMissionsOfKazakhstan() {
        List<String> missions = Client.stored(
                        "NationsMissionsCounts",
                        Map.of("nations", Map.of("code", Map.of("eq", "KAZ")), "missions", 100))
                .getList("nations.nodes[0].missions.nodes.acronym");
        assertThat(
                missions,
                hasItems("UNIFIL", "MINURSO", "UNDOF", "MINUSCA", "MONUSCO", "UNOCI", "MINUSMA", "OIF", "CPF"));
        // An authorisation by parliament is no service.
        assertThat(missions, not(hasItem("UNTSO")));
        // Nor is an unconfirmed claim of one article.
        assertThat(missions, not(hasItem("MINUSTAH")));
        assertThat(missions, not(hasItem("UNMIL")));
    }

    @Test
    void sortsNewestCountFirst() {
        List<String> dates = Client.stored("MissionsWithNewestCounts", Map.of("missions", 100, "counts", 100))
                .getList("missions.nodes.find { it.acronym == 'UNIFIL' }.personnelCounts.nodes.asOf.text");
        assertThat(dates, hasItems("2024-01-20", "2018-04-12"));
        assertThat(dates, is(dates.stream().sorted(Comparator.reverseOrder()).toList()));
    }

    @Test
    void findsUnitByAnyName() {
        List<String> found =
                Client.stored("Search", Map.of("text", "kazakh-indian")).getList("search.name");
        assertThat(found, contains("IndKazBat"));
    }

    @Test
    void findsNationByGlobalId() {
        String id = Client.stored("NationByCode", Map.of("code", "kaz")).getString("nation.id");
        assertThat(
                Client.stored("NodeById", Map.of("id", id)).getMap("node"),
                is(Map.of("__typename", "Nation", "id", id, "code", "KAZ", "name", "Kazakhstan")));
    }

    private static void check(Fact fact) {
        Object answer = Client.stored(fact.operation, fact.variables).get(fact.path);
        assertThat(answer, as(fact.says));
    }

    @SuppressWarnings("unchecked")
    private static Matcher<Object> as(Matcher<?> matcher) {
        return (Matcher<Object>) matcher;
    }

    private static Named<Fact> fact(
            String name, String operation, Map<String, ?> variables, String path, Matcher<?> says) {
        return Named.of(name, new Fact(operation, variables, path, says));
    }

    private static Named<Fact> article(String key, String publisher, String author, String publishedOn) {
        return fact(
                key + " names its publisher, author and date",
                "SourceCounts",
                Map.of("key", key),
                "source.with { [it.publisher, it.author, it.publishedOn.text] }",
                contains(is(publisher), is(author), is(publishedOn)));
    }

    private static Named<Fact> note(String name, String key, String says) {
        return fact(name, "SourceCounts", Map.of("key", key), "source.note", containsString(says));
    }

    /** A claim that one article makes about a host country. */
    private static Named<Fact> claim(String name, String host) {
        return deployment(
                name,
                "it.mission.hosts.code.contains('" + host + "')",
                "with { it.status + ' ' + it.sources.key + ' ' + it.note }",
                allOf(
                        startsWith("CLAIMED [caspian-2018] Claimed by Caspian News (2018) alone"),
                        containsString("no UN list")));
    }

    private static Named<Fact> mission(String name, String acronym, String path, Matcher<?> says) {
        return fact(name, "MissionProfile", Map.of("acronym", acronym), "mission." + path, says);
    }

    private static Named<Fact> unit(String name, String unit, String path, Matcher<?> says) {
        return fact(name, "BattalionTree", Map.of("name", unit), "battalion." + path, says);
    }

    /** A fact about the only Kazakh contingent that matches. */
    private static Named<Fact> deployment(String name, String fits, String path, Matcher<?> says) {
        return fact(name, "KazakhDeployments", NOTHING, "nation.deployments.nodes.find { " + fits + " }." + path, says);
    }

    /** A fact about a Kazakh rotation in UNIFIL. */
    private static Named<Fact> rotation(String name, int rotation, String path, Matcher<?> says) {
        Map<String, ?> filter =
                Map.of("mission", Map.of("acronym", Map.of("eq", "UNIFIL")), "rotation", Map.of("eq", rotation));
        return fact(name, "KazakhDeployments", Map.of("filter", filter), "nation.deployments.nodes[0]." + path, says);
    }

    private static Named<Fact> milestone(String name, String kind, String fits, String path, Matcher<?> says) {
        Map<String, ?> filter = Map.of("kind", Map.of("eq", kind));
        return fact(
                name, "Milestones", Map.of("filter", filter), "milestones.nodes.find { " + fits + " }." + path, says);
    }

    /** A training of Kazakh personnel that an article describes with these words. */
    private static Named<Fact> training(String name, String words, String place) {
        Map<String, ?> filter = Map.of(
                "kind", Map.of("eq", "TRAINING"),
                "nation", Map.of("code", Map.of("eq", "KAZ")),
                "title", Map.of("contains", words));
        return fact(
                name, "Milestones", Map.of("filter", filter), "milestones.nodes.title", hasItem(containsString(place)));
    }

    /** A figure of a mission or, given a code of three letters, of a nation. */
    private static Named<Fact> figure(String name, String of, String metric, String source, String says) {
        boolean nation = of.equals("KAZ");
        return fact(
                name,
                "Figures",
                Map.of(nation ? "nation" : "mission", of, "metric", metric),
                (nation ? "nation" : "mission") + ".figures.findAll { it.source.key == '" + source + "' }.collect"
                        + " { (it.value as long) + ' ' + it.unit + ' ' + it.precision + ' ' + it.asOf?.text }",
                contains(says));
    }

    /** All personnel counts of an article: nation, mission, category, number, precision, status, date. */
    private static Named<Fact> counts(String source, String... says) {
        return fact(
                source + " gave these counts and no others",
                "SourceCounts",
                Map.of("key", source),
                "source.personnelCounts.nodes.collect { [it.nation?.code, it.mission?.acronym, it.category, it.total,"
                        + " it.precision, it.status, it.asOf.text].join(' ') }",
                containsInAnyOrder(says));
    }
}
