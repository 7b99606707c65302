package dev.plantwright.plant.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Laws of reading and printing, with Jackson as an independent peer. */
class JsonPropertiesTest {
  private static final JsonMapper PEER =
      JsonMapper.builder()
          .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  @Provide
  Arbitrary<Object> values() {
    return values(3);
  }

  private static Arbitrary<Object> values(int depth) {
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).map(s -> s),
            Arbitraries.integers().map(i -> i),
            Arbitraries.doubles().between(-1e9, 1e9).ofScale(6).map(d -> d),
            Arbitraries.of(true, false).map(b -> b));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Object> inner = values(depth - 1);
    return Arbitraries.oneOf(
        plain,
        inner.list().ofMaxSize(3).map(l -> new ArrayList<>(l)),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), inner)
            .ofMaxSize(3)
            .map(LinkedHashMap::new));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void printedValueIsReadAsItWas(@ForAll("values") Object value) {
    JsonValue json = JsonValue.fromJava(value);

    assertThat(JsonText.parse(json.compact()).root().orElseThrow().sameAs(json)).isTrue();
    assertThat(JsonText.parse(json.pretty()).root().orElseThrow().sameAs(json)).isTrue();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void peerReadsWhatIsPrinted(@ForAll("values") Object value) {
    JsonValue json = JsonValue.fromJava(value);

    JsonNode read = PEER.readTree(json.pretty());

    assertThat(JsonText.parse(read.toString()).root().orElseThrow().sameAs(json)).isTrue();
  }

  @Provide
  Arbitrary<String> nearlyJson() {
    return Arbitraries.of(
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"", "1", "-", ".5", "e3", "true", "null", " ",
            "\\n")
        .list()
        .ofMaxSize(9)
        .map(l -> String.join("", l));
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void peerAgreesOnWhatIsJson(@ForAll("nearlyJson") String text) {
    assertThat(JsonText.parse(text).root().isPresent()).as(text).isEqualTo(peerReads(text));
  }

  private static boolean peerReads(String text) {
    try {
      return !PEER.readTree(text).isMissingNode();
    } catch (JacksonException e) {
      return false;
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void valueThatIsSetIsThereAndTheOthersStay(
      @ForAll("values") Object before, @ForAll("values") Object value) {
    JsonText text =
        JsonText.parse(
            JsonValue.fromJava(new LinkedHashMap<>(Map.of("a", before, "b", List.of(before))))
                .pretty());

    JsonText set = text.with("/c/d", JsonValue.fromJava(value)).with("/a", JsonValue.of("x"));

    assertThat(set.at("/c/d").orElseThrow().sameAs(JsonValue.fromJava(value))).isTrue();
    assertThat(set.at("/a").orElseThrow().compact()).isEqualTo("\"x\"");
    assertThat(set.at("/b/0").orElseThrow().sameAs(JsonValue.fromJava(before))).isTrue();
    assertThat(set.without("/c").without("/a").object().names()).containsExactly("b");
  }
}
