package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.PayloadReader.Difference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadReaderTest {
  private static final byte[] REPORT =
      bytes(
          "{\"node\":\"f\",\"group\":\"g\",\"timestamp\":5,"
              + "\"values\":{\"a.b\":1.5,\"c\":{\"d\":true}},\"errors\":{\"e\":3000},\"metas\":{}}");

  private final PayloadReader reader = new PayloadReader();

  @Test
  void anObjectIsATreeOfLines() {
    assertThat(reader.lines(bytes("{\"v\":83.4,\"s\":{\"t\":\"x\",\"l\":[1,null]}}"), 100))
        .containsExactly(
            new PayloadLine(0, "v", "v", PayloadLine.Kind.NUMBER, "83.4"),
            new PayloadLine(0, "s", "s", PayloadLine.Kind.OBJECT, "{2}"),
            new PayloadLine(1, "s.t", "t", PayloadLine.Kind.TEXT, "\"x\""),
            new PayloadLine(1, "s.l", "l", PayloadLine.Kind.LIST, "[2]"),
            new PayloadLine(2, "s.l.[0]", "[0]", PayloadLine.Kind.NUMBER, "1"),
            new PayloadLine(2, "s.l.[1]", "[1]", PayloadLine.Kind.WORD, "null"));
    assertThat(reader.lines(bytes("{\"a\":1,\"b\":2,\"c\":3}"), 2)).hasSize(2);
    assertThat(reader.lines(bytes("83.4"), 100)).isEmpty();
  }

  @Test
  void aRowsValueIsFoundInTheMessage() {
    assertThat(reader.value(REPORT, "a.b")).contains(new Value.Real(1.5));
    assertThat(reader.value(REPORT, "c.d")).contains(new Value.Flag(true));
    assertThat(reader.value(REPORT, "e")).contains(Value.MISSING);
    assertThat(reader.value(REPORT, "timestamp")).isEmpty();
    assertThat(reader.value(bytes("{\"x\":{\"y\":7}}"), "x.y")).contains(new Value.Whole(7));
    assertThat(reader.value(bytes("12"), "")).contains(new Value.Whole(12));
    assertThat(reader.value(bytes("hello"), "")).contains(new Value.Text("hello"));
    assertThat(reader.value(bytes("hello"), "x")).isEmpty();
  }

  @Test
  void aDifferenceHasWhatChangedCameAndWent() {
    assertThat(
            reader.difference(
                bytes("{\"value\":82.9,\"same\":1,\"gone\":true}"),
                bytes("{\"value\":83.4,\"same\":1,\"new\":\"x\"}")))
        .containsExactly(
            new Difference("value", Optional.of("82.9"), Optional.of("83.4")),
            new Difference("new", Optional.empty(), Optional.of("\"x\"")),
            new Difference("gone", Optional.of("true"), Optional.empty()));
    assertThat(reader.difference(bytes("1"), bytes("1"))).isEmpty();
    assertThat(reader.difference(bytes("1"), bytes("2")))
        .containsExactly(new Difference("", Optional.of("1"), Optional.of("2")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
