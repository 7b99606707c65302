package dev.plantwright.plant.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.PlantOnDisk;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlantChecksTest {
  private static final String FILLER = "gateways/filler/node.json";
  private static final String MQTT = "gateways/mqtt/node.json";
  private static final String MODEL = "namespace/model.json";
  private static final String RULE = "rules/hot.json";
  private static final String STREAM = "streams/filler.sql";
  private static final String CHART = "charts/line1.json";
  private static final String LOCAL = "sites/local.json";

  @TempDir Path folder;
  private PlantOnDisk plant;

  @BeforeEach
  void plant() {
    plant = new PlantOnDisk(folder);
  }

  @Test
  void plantOfTheTestsHasNoProblems() {
    assertThat(plant.problems()).isEmpty();
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        // nodes
        change(FILLER, "Modbus TCP", "Modbus TPC", "NODE-PLUGIN", 2, 13, "mean Modbus TCP?"),
        change(FILLER, "Modbus TCP", "MQTT", "NODE-TYPE", 2, 13, "not for a node of type driver"),
        change(FILLER, "\"driver\"", "\"drivr\"", "NODE-TYPE", 3, 11, "mean driver?"),
        change(FILLER, "\"timeout\": 1000,", "", "NODE-PARAMS", 4, 13, "lack \"timeout\""),
        change(
            FILLER,
            "1000,\n    \"interval\"",
            "true,\n    \"interval\"",
            "NODE-PARAMS",
            8,
            16,
            "whole number"),
        change(FILLER, "\"${device.filler.port}\"", "70000", "NODE-PARAMS", 6, 13, "1 to 65535"),
        change(
            FILLER,
            "{\"interval\": 500}",
            "{\"interval\": 20}",
            "NODE-INTERVAL",
            13,
            29,
            "from 30 to"),
        change(
            FILLER,
            "{\"interval\": 500}",
            "{\"interval\": \"fast\"}",
            "NODE-INTERVAL",
            13,
            29,
            "fast"),
        change(
            FILLER,
            "{\"interval\": 500}",
            "{\"intervall\": 500}",
            "NODE-INTERVAL",
            13,
            16,
            "mean it with"),
        change(FILLER, "device.filler", "device.filer", "VARIABLE", 6, 14, "mean filler?"),
        change(
            MQTT, "site.mqtt.host", "site.mqtt.hots", "VARIABLE", 6, 14, "mean ${site.mqtt.host}?"),
        change(MQTT, "\"filler\"", "\"filer\"", "NODE-SUBSCRIPTION", 13, 16, "mean filler?"),
        change(MQTT, "\"process\"", "\"proces\"", "NODE-SUBSCRIPTION", 13, 35, "mean process?"),
        change(MQTT, "acme/line1/filler", "acme/+/filler", "NODE-TOPIC", 13, 61, "with +"),
        change(MQTT, "\"client-id\": \"test\",", "", "NODE-PARAMS", 4, 13, "client-id"),
        // model
        change(
            MODEL, "\"low\": 60", "\"low\": 90", "MODEL-LIMIT", 5, 35, "above its high limit 80"),
        change(MODEL, "\"low\": 60", "\"low\": \"x\"", "MODEL-LIMIT", 5, 72, "a number"),
        change(
            MODEL,
            "\"type\": \"filler\"",
            "\"type\": \"filer\"",
            "MODEL-TYPE",
            4,
            7,
            "mean filler?"),
        change(MODEL, "\"cell\"", "\"sell\"", "MODEL-LEVEL", 4, 27, "mean cell?"),
        change(MODEL, "\"line1\"", "\"line/1\"", "MODEL-NAME", 3, 5, "step of a topic"),
        // rules
        change(RULE, "[{\"log\": {}}]", "[]", "RULE-ACTIONS", 4, 14, "no actions"),
        change(RULE, "[{\"log\": {}}]", "[{}]", "RULE-ACTIONS", 4, 15, "names no sink"),
        change(
            RULE, "\"log\": {}", "\"mqtt\": {\"topic\": \"a\"}", "RULE-ACTIONS", 4, 16, "server"),
        change(
            RULE,
            "\"log\": {}",
            "\"mqtt\": {\"server\": \"tcp://h:1\", \"topic\": \"a/#\"}",
            "RULE-TOPIC",
            4,
            60,
            "with #"),
        change(RULE, "\"hot\"", "\"warm\"", "RULE-ID", 2, 9, "hot.json"),
        change(RULE, "\"hot\"", "\"h o t\"", "RULE-ID", 2, 9, "letters, digits"),
        change(RULE, "\"sql\": \"SELECT * FROM filler\",", "", "RULE-SQL", 0, 0, "no sql"),
        change(RULE, "FROM filler", "FROM filer", "SQL-UNKNOWN-STREAM", 3, 25, "filler"),
        change(RULE, "SELECT * FROM", "SELECT *\\n FORM", "SQL-SYNTAX", 3, 22, ""),
        change(RULE, "\"actions\"", "actions\"", "JSON-SYNTAX", 4, 3, "double quotes"),
        // streams
        change(STREAM, "STREAM filler", "STREAM fuller", "STREAM-NAME", 1, 15, "filler.sql"),
        change(
            STREAM,
            ";\n",
            ";\nCREATE STREAM b () WITH (DATASOURCE=\"b\");\n",
            "SQL-SYNTAX",
            2,
            1,
            ""),
        // charts
        change(CHART, "\"topic\": \"acme/line1/filler\", ", "", "CHART-SERIES", 5, 14, "topic"),
        change(
            CHART, "\"axis\": \"temp\"", "\"axis\": \"tmep\"", "CHART-AXIS", 5, 14, "mean temp?"),
        change(CHART, "\"left\"", "\"lef\"", "CHART-AXIS", 4, 35, "mean left?"),
        change(CHART, "line1/filler", "+/filler", "CHART-SERIES", 5, 14, "one topic"),
        change(CHART, "300", "-5", "CHART-FILE", 3, 14, "range_s"),
        // sites and plant.json
        change(LOCAL, "\"local\"", "\"lokal\"", "SITE-KIND", 1, 10, "mean local?"),
        change(LOCAL, "\"local\"", "\"remote\"", "SITE-DOOR", 0, 0, "needs doors"),
        change(
            "plant.json",
            "\"version\": 1",
            "\"version\": 2",
            "PLANT-VERSION",
            0,
            0,
            "newer program"),
        change(
            "plant.json",
            "\"version\": 1",
            "\"version\": \"1\"",
            "PLANT-VERSION",
            1,
            29,
            "whole number"),
        change("plant.json", "\"name\": \"test\", ", "", "PLANT-FILE", 1, 1, "lacks \"name\""));
  }

  private static Arguments change(
      String file, String old, String fresh, String code, int line, int column, String words) {
    return Arguments.of(file, old, fresh, code, new Place(file, line, column), words);
  }

  @ParameterizedTest(name = "{3}: {1} -> {2}")
  @MethodSource("errors")
  void oneMistakeIsOneError(
      String file, String old, String fresh, String code, Place place, String words) {
    plant.replacing(file, old, fresh);

    var errors =
        plant.problems().stream()
            .filter(p -> p.severity() == Severity.ERROR && p.place().file().equals(file))
            .toList();

    assertThat(errors).extracting(Problem::code).containsExactly(code);
    assertThat(errors.getFirst().place()).isEqualTo(place);
    assertThat(errors.getFirst().message()).contains(words).matches("(?s).*[.?]");
  }

  static Stream<Arguments> warnings() {
    return Stream.of(
        change(FILLER, "Modbus TCP", "My own driver", "NODE-PLUGIN", 2, 13, "not known here"),
        change(MQTT, "\"format\"", "\"qoss\": 1, \"format\"", "JSON-KEY", 8, 5, "mean \"qos\"?"),
        change(
            MQTT,
            "\"format\"",
            "\"password\": \"x\", \"format\"",
            "SECRET-PLAIN",
            8,
            17,
            "${secret:NAME}"),
        change(MQTT, "w/req", "${foo}", "VARIABLE", 9, 25, "no variable of a plant"),
        change(
            CHART, "\"temperature\"", "\"temprature\"", "CHART-SERIES", 5, 14, "mean temperature?"),
        change(
            CHART, "line1/filler", "line1/filer", "CHART-SERIES", 5, 14, "mean acme/line1/filler?"),
        change(MODEL, "\"line\"", "\"enterprise\"", "MODEL-LEVEL", 3, 5, "below a enterprise"),
        change(RULE, "\"log\"", "\"lgo\"", "RULE-ACTIONS", 4, 16, "mean log?"),
        change(RULE, "\"id\"", "\"id\": \"hot\", \"id\"", "JSON-DUPLICATE", 2, 16, "twice"),
        change(
            LOCAL,
            "\"local\"",
            "\"local\", \"doors\": {\"mqtt\": {\"host\": \"h\"}}",
            "SITE-DOOR",
            1,
            28,
            "no effect"));
  }

  @ParameterizedTest(name = "{3}: {1} -> {2}")
  @MethodSource("warnings")
  void doubtfulThingsAreWarnings(
      String file, String old, String fresh, String code, Place place, String words) {
    plant.replacing(file, old, fresh);

    var found = plant.problems().stream().filter(p -> p.place().file().equals(file)).toList();

    assertThat(found).extracting(Problem::code).containsExactly(code);
    assertThat(found.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(found.getFirst().place()).isEqualTo(place);
    assertThat(found.getFirst().message()).contains(words);
  }

  @Test
  void problemInSqlIsShownBehindTheEscapesOfItsJson() {
    plant.replacing(
        RULE, "SELECT * FROM filler", "SELECT \\\"a\\\\tb\\\" \\u0041S x,\\n FROM filler");

    assertThat(plant.problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("SQL-SYNTAX", new Place(RULE, 3, 41)));
  }

  @Test
  void variablesInSqlAreNoMistakes() {
    plant.replacing(STREAM, "acme/line1/filler", "acme/${site.mqtt.user}/filler");

    assertThat(plant.problems()).isEmpty();
  }

  @Test
  void rulesOfAStreamThatCannotBeReadAreNotBlamed() {
    plant.with(STREAM, "CREATE STREAM filler () WITH DATASOURCE;\n");

    assertThat(plant.problems())
        .extracting(p -> p.place().file())
        .isNotEmpty()
        .containsOnly(STREAM);
  }

  @Test
  void plantWithoutItsFileIsStillRead() {
    plant.without("plant.json");

    assertThat(plant.problems()).extracting(Problem::code).containsExactly("PLANT-MISSING");
    Plant read = plant.read().plant();
    assertThat(read.name()).isEqualTo(folder.getFileName().toString());
    assertThat(read.drivers()).hasSize(1);
  }

  @Test
  void tagsWithoutTheirNodeAreTold() {
    plant.without(FILLER);

    assertThat(plant.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("NODE-MISSING", "NODE-SUBSCRIPTION");
  }

  @Test
  void nodeThatCannotBeReadIsToldOnce() {
    plant.with(FILLER, "{");

    assertThat(plant.problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("JSON-SYNTAX", new Place(FILLER, 1, 2)));
  }

  @Test
  void textThatIsNotUtf8HasItsPlaceAndTheRestIsRead() {
    plant.with(CHART, "{\"title\":\n \"Öl\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(plant.problems())
        .containsExactly(
            Problem.error(
                "FILE-UTF8",
                new Place(CHART, 2, 3),
                "Byte D6 is not UTF-8. Save the file as UTF-8."));
    assertThat(plant.read().plant().rules()).hasSize(1);
  }

  @Test
  void folderThatIsNotThereIsAProblem() {
    assertThat(dev.plantwright.plant.read.PlantReader.read(folder.resolve("none")).problems())
        .extracting(Problem::code)
        .contains("FILE-READ", "PLANT-MISSING");
  }

  @Test
  void reportPrintsOneLineAProblemAndCounts() {
    plant.replacing(LOCAL, "\"local\"", "\"lokal\"").replacing(RULE, "\"log\"", "\"lgo\"");

    CheckReport report = new CheckReport(plant.problems());

    assertThat(report.lines())
        .containsExactly(
            "rules/hot.json:4:16: warning RULE-ACTIONS Sink lgo is not known here; the rule engine"
                + " must have it. Did you mean log?",
            "sites/local.json:1:10: error SITE-KIND \"kind\" must be \"local\" or \"remote\", not"
                + " \"lokal\". Did you mean local?");
    assertThat(report.summary()).isEqualTo("1 error, 1 warning.");
    assertThat(report.exitCode()).isEqualTo(1);
  }
}
