package dev.plantwright.plugins.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static final String FILE = "{ \"sql\" : \"a \\\"b\\\"\\n\\u00b0c\", \"x\":[1] }";

  @Test
  void findsEveryCharacterOfTheSqlInTheFileAndBack() {
    RuleText rule = RuleText.of(FILE);
    var string = rule.sql().orElseThrow();
    for (int i = 0; i <= string.value().length(); i++) {
      assertThat(rule.sqlIndex(rule.json().offsetIn(string, i))).hasValue(i);
    }
    assertThat(rule.sqlIndex(FILE.indexOf("x"))).isEmpty();
    assertThat(rule.sqlIndex(FILE.indexOf("sql"))).isEmpty();
  }

  @Test
  void otherSqlLeavesTheRestAsItIsWritten() {
    assertThat(RuleText.of(FILE).withSql("b\n\"c\""))
        .isEqualTo("{ \"sql\" : \"b\\n\\\"c\\\"\", \"x\":[1] }");
    assertThat(RuleText.of("{ broken").withSql("b")).isEqualTo("{ broken");
  }

  @Test
  void jsonIsColouredByWhatItIs() {
    String json = "{\"a\": [-1.5e3, \"b\", true]}";
    assertThat(JsonColours.of(json).stream().map(c -> word(json, c)))
        .containsExactly("keyword \"a\"", "number -1.5e3", "string \"b\"", "function true");
    assertThat(JsonColours.of("\"open \\")).hasSize(1);
  }

  private static String word(String json, dev.plantwright.api.code.CodeEditor.Colour colour) {
    return colour.style() + " " + json.substring(colour.start(), colour.start() + colour.length());
  }
}
