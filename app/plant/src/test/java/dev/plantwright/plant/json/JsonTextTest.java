package dev.plantwright.plant.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.json.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("", 0, "empty"),
        Arguments.of("{\"a\": 1,}", 7, "one too many"),
        Arguments.of("{\"a\": 1 \"b\": 2}", 7, "comma is missing"),
        Arguments.of("{\"a\" 1}", 5, "colon"),
        Arguments.of("{a: 1}", 1, "double quotes"),
        Arguments.of("['a']", 1, "double quotes"),
        Arguments.of("[1, 2", 5, "ends before its ]"),
        Arguments.of("[1] 2", 4, "end of the JSON value"),
        Arguments.of("\"ab", 0, "no end"),
        Arguments.of("\"a\nb\"", 0, "no end"),
        Arguments.of("\"a\\xb\"", 2, "escape"),
        Arguments.of("\"\\u12g4\"", 1, "hexadecimal"),
        Arguments.of("// x\n{}", 0, "comments"),
        Arguments.of("[01]", 2, "comma"),
        Arguments.of("[nul]", 1, "Expected a value"),
        Arguments.of("[+1]", 1, "Expected a value"),
        Arguments.of("{\"a\":", 5, "ends where a value"),
        Arguments.of("[".repeat(101), 100, "deep"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void mistakeIsToldAtItsPlace(String text, int offset, String words) {
    JsonText json = JsonText.parse(text);

    assertThat(json.root()).isEmpty();
    assertThat(json.faults()).hasSize(1);
    assertThat(json.faults().getFirst().fatal()).isTrue();
    assertThat(json.faults().getFirst().message()).contains(words);
    assertThat(json.faults().getFirst().offset()).isEqualTo(offset);
  }

  @Test
  void memberThatIsThereTwiceIsDoubtfulAndTheLastCounts() {
    JsonText json = JsonText.parse("{\"a\": 1, \"a\": 2}");

    assertThat(json.faults()).extracting(JsonFault::offset, JsonFault::fatal).hasSize(1);
    assertThat(json.object().number("a")).contains(BigDecimal.TWO);
  }

  @Test
  void placeInAStringIsFoundOverItsEscapes() {
    JsonText json = JsonText.parse("[\"a\\n\\u00e4\\\\b\"]");
    JsonString string = (JsonString) json.at("/0").orElseThrow();

    assertThat(string.value()).isEqualTo("a\nä\\b");
    assertThat(json.offsetIn(string, 0)).isEqualTo(2);
    assertThat(json.offsetIn(string, 2)).isEqualTo(5);
    assertThat(json.offsetIn(string, 4)).isEqualTo(13);
    assertThat(json.offsetIn(string, 5)).isEqualTo(14);
    assertThat(json.offsetIn(string, 99)).isEqualTo(14);
  }

  @Test
  void numbersAreComparedByValueAndMembersInAnyOrder() {
    JsonValue left = JsonText.parse("{\"a\": 1.0, \"b\": [1e2]}").object();

    assertThat(left.sameAs(JsonText.parse("{\"b\":[100],\"a\":1}").object())).isTrue();
    assertThat(left.sameAs(JsonText.parse("{\"b\":[100],\"a\":2}").object())).isFalse();
    assertThat(left.sameAs(JsonText.parse("{\"a\":1}").object())).isFalse();
  }

  @Test
  void numbersThatNothingCouldHoldHaveNoValue() {
    assertThat(JsonText.parse("[1e999999999]").at("/0").orElseThrow().toJava()).isNull();
    assertThat(JsonText.parse("{\"n\": 1e99999999999}").object().number("n")).isEmpty();
  }

  private static final String NODE =
      """
      {
        "plugin": "Modbus TCP",
        "x-mine": {"kept": [1,2 ,3]},
        "params": {
          "host": "127.0.0.1",
          "port": 502
        },
        "series": [
          {"topic": "a", "axis": "x"}
        ],
        "none": [], "empty": {}
      }
      """;

  @Test
  void changedValueChangesNothingElse() {
    assertThat(JsonText.parse(NODE).with("/params/port", JsonValue.of(1502)).text())
        .isEqualTo(NODE.replace("502", "1502"));
  }

  @Test
  void equalValueLeavesTheTextAsItIsWritten() {
    assertThat(JsonText.parse(NODE).with("/params/port", JsonValue.of(502)).text()).isEqualTo(NODE);
  }

  @Test
  void newMemberGetsALineOfItsOwn() {
    assertThat(JsonText.parse(NODE).with("/params/timeout", JsonValue.of(3000)).text())
        .isEqualTo(NODE.replace("\"port\": 502\n", "\"port\": 502,\n    \"timeout\": 3000\n"));
  }

  @Test
  void membersOnTheWayAreMade() {
    JsonText made = JsonText.parse("{}\n").with("/groups/fast/interval", JsonValue.of(100));

    assertThat(made.text())
        .isEqualTo(
            """
            {
              "groups": {
                "fast": {
                  "interval": 100
                }
              }
            }
            """);
  }

  @Test
  void newItemGetsALineOfItsOwn() {
    JsonValue item = JsonValue.fromJava(Map.of("topic", "b"));

    assertThat(JsonText.parse(NODE).append("/series", item).text())
        .isEqualTo(
            NODE.replace("\"axis\": \"x\"}\n", "\"axis\": \"x\"},\n    {\"topic\": \"b\"}\n"));
    assertThat(JsonText.parse(NODE).append("/none", item).text())
        .isEqualTo(NODE.replace("[],", "[\n    {\"topic\": \"b\"}\n  ],"));
  }

  @Test
  void removedMemberTakesItsComma() {
    assertThat(JsonText.parse(NODE).without("/params/port").text())
        .isEqualTo(NODE.replace(",\n    \"port\": 502", ""));
    assertThat(JsonText.parse(NODE).without("/plugin").text())
        .isEqualTo(NODE.replace("\"plugin\": \"Modbus TCP\",\n  ", ""));
    assertThat(JsonText.parse(NODE).without("/series/0").at("/series").orElseThrow().compact())
        .isEqualTo("[]");
  }

  @Test
  void whatIsNotThereChangesNothing() {
    JsonText json = JsonText.parse(NODE);

    assertThat(json.without("/params/none").text()).isEqualTo(NODE);
    assertThat(json.without("/series/7").text()).isEqualTo(NODE);
    assertThat(json.with("/plugin/deeper/x", JsonValue.of(1)).text()).isEqualTo(NODE);
    assertThat(JsonText.parse("{").with("/a", JsonValue.of(1)).text()).isEqualTo("{");
  }

  @Test
  void namesWithSlashesAreEscapedInPointers() {
    JsonText json = JsonText.parse("{\"a/b\": {\"c~d\": 1}}");

    assertThat(json.at("/a~1b/c~0d").orElseThrow().compact()).isEqualTo("1");
  }

  @Test
  void printedValueHasOneItemALine() {
    assertThat(JsonText.parse(NODE).object().pretty())
        .isEqualTo(
            """
            {
              "plugin": "Modbus TCP",
              "x-mine": {
                "kept": [1, 2, 3]
              },
              "params": {
                "host": "127.0.0.1",
                "port": 502
              },
              "series": [
                {"topic": "a", "axis": "x"}
              ],
              "none": [],
              "empty": {}
            }
            """);
  }
}
