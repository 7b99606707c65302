package dev.plantwright.live.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Value;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "temp|topic contains “temp”",
        "Filler  speed|topic contains “filler” and “speed”",
        "temp > 70|topic contains “temp” and value above 70",
        "temp>70|topic contains “temp” and value above 70",
        "< 5|value below 5",
        ">= 2.5 <= -1,000|value at least 2.5 and value at most −1,000",
        "= 3|value equal to 3",
        "!= 3|value other than 3",
        "state = Running|topic contains “state” and value is “running”",
        "state != running|topic contains “state” and value is not “running”",
        "quality:bad|quality is bad",
        "quality:st|quality is stale",
        "quality:none|without a value",
        "temp > 70 °C|topic contains “temp” and value above 70 and unit is °C",
        "unit:bar|unit is bar",
        "\"line 1\"|topic contains “line 1”",
      })
  void saysInWordsWhatIsLookedFor(String text, String words) {
    Query query = Query.parse(text);
    assertThat(query.explain()).isEqualTo(words);
    assertThat(query.problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "temp >|a number is missing after >|topic contains “temp”",
        "> < 5|a number is missing after >|value below 5",
        "> hot|“hot” is not a number|",
        "temp ! 5|“!” is no comparison: > >= < <= = !=|topic contains “temp” and “5”",
        "quality:odd x|quality is one of good, uncertain, stale, bad, none|topic contains “x”",
        "unit:|a unit is missing after unit:|",
      })
  void whatIsWrongIsToldAndTheRestHolds(String text, String problem, String words) {
    Query query = Query.parse(text);
    assertThat(query.problem()).contains(problem);
    assertThat(query.explain()).isEqualTo(words == null ? "" : words);
  }

  @Test
  void nothingIsLookedForInNothing() {
    assertThat(Query.parse("  ").isEmpty()).isTrue();
    assertThat(Query.parse("").explain()).isEmpty();
  }

  @Test
  void aValueHoldsOrNot() {
    assertThat(Query.parse("> 70").holds(new Value.Real(70.1))).isTrue();
    assertThat(Query.parse("> 70").holds(new Value.Whole(70))).isFalse();
    assertThat(Query.parse("!= 70").holds(Value.MISSING)).isFalse();
    assertThat(Query.parse("< 1e9").holds(new Value.Text("5"))).isFalse();
    assertThat(Query.parse("= producing").holds(new Value.Text("PRODUCING"))).isTrue();
    assertThat(Query.parse("= true").holds(new Value.Flag(true))).isTrue();
    assertThat(Query.parse("= 1").holds(new Value.Flag(true))).isTrue();
  }

  @Test
  void foundTextIsMarkedWithoutOverlap() {
    assertThat(Query.parse("temp mpe").found("product_TEMPerature"))
        .containsExactly(new Query.Token(8, 13, Query.Token.Kind.WORD));
    assertThat(Query.parse("a").found("banana")).hasSize(3);
  }

  @Property
  void anyTextIsAQueryWhoseTokensLieInIt(@ForAll @StringLength(max = 30) String text) {
    Query query = Query.parse(text);
    int end = 0;
    for (Query.Token token : query.tokens()) {
      assertThat(token.start()).isGreaterThanOrEqualTo(end);
      assertThat(token.end()).isBetween(token.start() + 1, text.length());
      end = token.end();
    }
    assertThat(query.explain()).isNotNull();
    assertThat(query.found(text)).isNotNull();
  }
}
