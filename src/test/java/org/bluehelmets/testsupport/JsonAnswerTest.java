package org.bluehelmets.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At every path there is what REST-assured finds there. */
class JsonAnswerTest {

    private static final String JSON = """
            {"data": {"__typename": "Query", "number": 5, "large": 4294967296, "half": 0.5, "none": null, "yes": true,
              "nodes": [
                {"code": "A", "mission": {"acronym": "M"}, "counts": [{"total": 1}, {"total": null}]},
                null,
                {"code": "B", "mission": null, "counts": []},
                {"code": "C", "counts": [null, {"total": 3}]}],
              "grid": [[{"x": 1}, {"x": 2}], [], [{"x": 3}]],
              "with-hyphen": 7, "class": 8, "properties": 9, "empty": 10},
             "errors": [{"message": "m", "path": ["a", 0], "extensions": {"code": "BAD"}}]}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$",
                "data",
                "data.__typename",
                "data.number",
                "data.large",
                "data.half",
                "data.none",
                "data.none.more",
                "data.none[0]",
                "data.missing",
                "data.missing.more.still",
                "data.yes",
                "data.nodes",
                "data.nodes[0]",
                "data.nodes[1]",
                "data.nodes[1].code",
                "data.nodes[9]",
                "data.nodes[9].code",
                "data.nodes.code",
                "data.nodes.nope",
                "data.nodes.mission.acronym",
                "data.nodes.counts",
                "data.nodes.counts.total",
                "data.nodes.counts[0].total",
                "data.nodes[0].counts.total",
                "data.nodes[0].counts[1].total",
                "data.grid.x",
                "data.grid[0].x",
                "data.grid[0][1]",
                "data.grid[0][1].x",
                "data.grid[1].x",
                "data[0]",
                "data.number.more",
                "data.__typename.empty",
                "data.__typename[0]",
                "data.nodes.code.blank",
                "data.with-hyphen",
                "data.class",
                "data.properties",
                "data.empty",
                "data.nodes.size()",
                "data.nodes.find { it?.code == 'B' }.counts",
                "data.nodes[-1].code",
                "data.nodes.empty",
                "errors[0].extensions.code",
                "errors.message",
                "errors[0].path[1]",
                "errors[1].message"
            })
    void findsTheSame(String path) {
        assertEquals((Object) new JsonPath(JSON).get(path), new JsonAnswer(JSON).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "mission.acronym", "counts[0].total", "counts.find { it.total == 1 }"})
    void belowARootToo(String path) {
        String root = "data.nodes[0]";
        assertEquals(
                (Object) new JsonPath(JSON).setRootPath(root).get(path),
                new JsonAnswer(JSON).setRootPath(root).get(path));
        assertEquals(
                List.of("A", "B", "C"),
                new JsonAnswer(JSON).setRootPath("data.nodes").get("code"));
        assertEquals("A", new JsonAnswer(JSON).setRootPath(root).getMap("").get("code"));
    }
}
