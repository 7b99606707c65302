package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final long T0 = 1_795_185_120_000L;
  private static final String FILLER = "acme/hamburg/packaging/line1/filler";

  private final Tree tree = new Tree(1_000);
  private final Latest latest = new Latest(tree);
  private final Intake intake = new Intake(tree, new RowWriter(tree, (row, number, ms) -> {}));

  @Test
  void aGatewayReportBecomesOneRowPerTag() {
    take(
        FILLER,
        """
        {"node":"filler","group":"process","timestamp":1,
         "values":{"temperature":83.4,"bottles":1284306,"open":true,"state":"PRODUCING"},
         "errors":{"power_factor":3015},"metas":{}}\
        """);

    assertThat(paths())
        .containsExactly(
            "acme",
            "acme/hamburg",
            "acme/hamburg/packaging",
            "acme/hamburg/packaging/line1",
            FILLER,
            FILLER + "/temperature",
            FILLER + "/bottles",
            FILLER + "/open",
            FILLER + "/state",
            FILLER + "/power_factor");
    assertThat(value(FILLER, "")).isEqualTo(Value.MISSING);
    assertThat(value(FILLER, "temperature")).isEqualTo(new Value.Real(83.4));
    assertThat(value(FILLER, "bottles")).isEqualTo(new Value.Whole(1_284_306));
    assertThat(value(FILLER, "open")).isEqualTo(new Value.Flag(true));
    assertThat(value(FILLER, "state")).isEqualTo(new Value.Text("PRODUCING"));
    assertThat(value(FILLER, "power_factor")).isEqualTo(Value.MISSING);
    assertThat(reading(FILLER, "power_factor").trust()).isEqualTo(Reading.Trust.BAD);
    assertThat(reading(FILLER, "power_factor").code()).isEqualTo(3015);
  }

  @Test
  void theOrderOfAReportsMembersDoesNotMatter() {
    take("a", "{\"values\":{\"x\":1},\"errors\":{},\"group\":\"g\",\"metas\":{},\"node\":\"n\"}");
    assertThat(paths()).containsExactly("a", "a/x");
  }

  @Test
  void aReportInTagsFormatBecomesOneRowPerTag() {
    take(
        "a",
        "{\"node\":\"n\",\"group\":\"g\",\"timestamp\":1,\"tags\":["
            + "{\"name\":\"x\",\"value\":7},{\"name\":\"y\",\"error\":3002}]}");
    assertThat(paths()).containsExactly("a", "a/x", "a/y");
    assertThat(reading("a", "y").code()).isEqualTo(3002);
  }

  @Test
  void groupsThatShareATopicUpdateOnlyTheirOwnMembers() {
    take(FILLER, "{\"node\":\"f\",\"group\":\"a\",\"values\":{\"x\":1},\"errors\":{}}", T0);
    take(FILLER, "{\"node\":\"f\",\"group\":\"b\",\"values\":{\"y\":2},\"errors\":{}}", T0 + 500);
    assertThat(reading(FILLER, "x").valueMs()).isEqualTo(T0);
    assertThat(reading(FILLER, "y").valueMs()).isEqualTo(T0 + 500);
    assertThat(reading(FILLER, "").count()).isEqualTo(2);
  }

  @Test
  void anErrorKeepsTheLastValueAndTheNextValueEndsIt() {
    take("a", "{\"node\":\"f\",\"group\":\"a\",\"values\":{\"x\":1.5},\"errors\":{}}", T0);
    take("a", "{\"node\":\"f\",\"group\":\"a\",\"values\":{},\"errors\":{\"x\":3000}}", T0 + 1000);
    Reading bad = reading("a", "x");
    assertThat(bad.value()).isEqualTo(new Value.Real(1.5));
    assertThat(bad.valueMs()).isEqualTo(T0);
    assertThat(bad.heardMs()).isEqualTo(T0 + 1000);
    assertThat(latest.number(bad.row())).isNaN();

    take("a", "{\"node\":\"f\",\"group\":\"a\",\"values\":{\"x\":1.5},\"errors\":{}}", T0 + 2000);
    assertThat(reading("a", "x").trust()).isEqualTo(Reading.Trust.GOOD);
    assertThat(reading("a", "x").changedMs()).isEqualTo(T0);
  }

  @Test
  void otherObjectsShowTheirMembersAndNestedOnesAsBranches() {
    take("a", "{\"value\":1,\"source\":{\"address\":\"1!400001\",\"list\":[1,null]}}");
    assertThat(paths())
        .containsExactly(
            "a",
            "a/value",
            "a/source",
            "a/source/address",
            "a/source/list",
            "a/source/list/[0]",
            "a/source/list/[1]");
    assertThat(reading("a", "source").kind()).isEqualTo(Reading.Kind.BRANCH);
    assertThat(value("a", "source.list.[1]")).isEqualTo(Value.MISSING);
  }

  @Test
  void aListOfObjectsShowsItsElements() {
    take("alarms", "[{\"level\":3}]");
    assertThat(value("alarms", "[0].level")).isEqualTo(new Value.Whole(3));
  }

  @Test
  void plainPayloadsAreNumberWordTextOrBytes() {
    take("whole", " -12 ");
    take("real", "1.5e3");
    take("flag", "true");
    take("text", "line one\nline two");
    take("quoted", "\"hello\"");
    take("broken", "{\"a\":1");
    take("word", "infinity");
    take("empty", "");
    intake.accept(Messages.bytes("bytes", new byte[] {8, 1, (byte) 0xff}, T0));

    assertThat(value("whole", "")).isEqualTo(new Value.Whole(-12));
    assertThat(value("real", "")).isEqualTo(new Value.Real(1500));
    assertThat(value("flag", "")).isEqualTo(new Value.Flag(true));
    assertThat(value("text", "")).isEqualTo(new Value.Text("line one\nline two"));
    assertThat(value("quoted", "")).isEqualTo(new Value.Text("hello"));
    assertThat(value("broken", "")).isEqualTo(new Value.Text("{\"a\":1"));
    assertThat(value("word", "")).isEqualTo(new Value.Text("infinity"));
    assertThat(value("empty", "")).isEqualTo(Value.MISSING);
    assertThat(value("bytes", "")).isEqualTo(new Value.Binary(3));
  }

  @Test
  void wholeNumbersAreExactAndGreaterOnesBecomeReal() {
    take("a", "{\"least\":-9223372036854775808,\"more\":18446744073709551615}");
    assertThat(value("a", "least")).isEqualTo(new Value.Whole(Long.MIN_VALUE));
    assertThat(value("a", "more")).isEqualTo(new Value.Real(1.8446744073709552e19));
  }

  @Test
  void longTextIsCutInTheRow() {
    take("a", "x".repeat(5_000));
    assertThat(((Value.Text) value("a", "")).text()).hasSize(200).endsWith("…");
  }

  @Test
  void aTopicAndAMemberOfTheSameNameAreTwoRows() {
    take("a", "{\"b\":1}");
    take("a/b", "2");
    assertThat(value("a", "b")).isEqualTo(new Value.Whole(1));
    assertThat(value("a/b", "")).isEqualTo(new Value.Whole(2));
  }

  @Test
  void aTopicIsFoundAgainAsItWasWritten() {
    List<String> topics =
        List.of("/", "//a", "a//b", "a/", "ä/°C", "x".repeat(300), "a/".repeat(200));
    topics.forEach(topic -> take(topic, "1"));
    for (String topic : topics) {
      int row = latest.find(topic, "");
      assertThat(latest.topic(row)).isEqualTo(topic);
      assertThat(latest.number(row)).isEqualTo(1);
    }
    assertThat(latest.find("a/b", "")).isEqualTo(Latest.NONE);
  }

  @Test
  void membersWithDotsInTheirNamesAreFound() {
    take("a", "{\"x.y\":{\"z\":5}}");
    assertThat(value("a", "x.y.z")).isEqualTo(new Value.Whole(5));
  }

  @Test
  void tooManyRowsAreRefusedAndTheOthersLiveOn() {
    for (int i = 0; i < 2_000; i++) {
      take("t/" + i, "" + i);
    }
    take("t/7", "70");
    assertThat(latest.size()).isEqualTo(1_000);
    assertThat(tree.refused()).isEqualTo(2_002 - 1_000);
    assertThat(value("t/7", "")).isEqualTo(new Value.Whole(70));
  }

  @Test
  void hugeAndDeepJsonIsShownBySizeOrText() {
    take("deep", "[".repeat(400) + "]".repeat(400));
    take("many", "[" + "{\"a\":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]},".repeat(20_000) + "1]");
    intake.accept(Messages.bytes("huge", new byte[5 << 20], T0));
    assertThat(value("deep", "")).isInstanceOf(Value.Text.class);
    assertThat(value("many", "[0].a.[3]")).isEqualTo(new Value.Whole(0));
    assertThat(value("huge", "")).isEqualTo(new Value.Binary(5 << 20));
  }

  @Test
  void rateAndExpectedDistanceAreLearned() {
    for (int i = 0; i <= 20; i++) {
      take("a", "" + i, T0 + i * 500L);
    }
    long now = T0 + 10_000;
    Reading a = reading("a", "");
    assertThat(a.perSecond(now)).isEqualTo(2.0);
    assertThat(a.expectedMs()).isEqualTo(500);
    assertThat(a.overdue(now + 1_500)).isFalse();
    assertThat(a.overdue(now + 1_501)).isTrue();
    assertThat(a.perSecond(now + 1_501)).isZero();
  }

  @Test
  void aTopicThatComesInBurstsIsNotOverdueBetweenThem() {
    for (int i = 0; i < 100; i++) {
      for (int group = 0; group < 4; group++) {
        take("a", "" + i, T0 + i * 1_000L + group);
      }
    }
    Reading a = reading("a", "");
    assertThat(a.overdue(T0 + 99_000 + 1_010)).isFalse();
    assertThat(a.perSecond(T0 + 99_003)).isBetween(3.0, 5.5);
  }

  @Test
  void oneLongSilenceDoesNotMakeTheNextOnesLookNormal() {
    for (int i = 0; i < 20; i++) {
      take("a", "" + i, T0 + i * 1_000L);
    }
    take("a", "again", T0 + 600_000);
    assertThat(reading("a", "").expectedMs()).isLessThan(2_000);
  }

  @Test
  void theSparkKeepsAPeakAndTheGaps() {
    take("a", "1", T0);
    take("a", "1", T0 + 5_000);
    take("a", "9", T0 + 6_000);
    take("a", "1", T0 + 7_000);
    take("a", "1", T0 + 20_000);
    float[] spark = new float[Spark.BUCKETS];
    assertThat(latest.spark(latest.find("a", ""), T0 + 25_000, spark)).isTrue();
    assertThat(java.util.Arrays.copyOfRange(spark, 53, 60))
        .containsExactly(Float.NaN, 1, 9, Float.NaN, Float.NaN, 1, Float.NaN);
    assertThat(latest.spark(latest.find("a", ""), T0 + 400_000, spark)).isFalse();
  }

  private void take(String topic, String payload) {
    take(topic, payload, T0);
  }

  private void take(String topic, String payload, long epochMs) {
    intake.accept(Messages.text(topic, payload, epochMs));
  }

  private Reading reading(String topic, String member) {
    int row = latest.find(topic, member);
    assertThat(row).as(topic + "#" + member).isNotEqualTo(Latest.NONE);
    return latest.read(row);
  }

  private Value value(String topic, String member) {
    return reading(topic, member).value();
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (int row = 1; row < latest.size(); row++) {
      paths.add(latest.path(row));
    }
    return paths;
  }
}
