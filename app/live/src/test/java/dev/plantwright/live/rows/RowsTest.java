package dev.plantwright.live.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Latest;
import dev.plantwright.live.LiveFeed;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final long T0 = LiveFeed.T0;
  private static final String LINE = "acme/line1";

  private final LiveFeed feed = new LiveFeed();
  private final Rows rows = new Rows(feed.live());

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void theTreeIsFlatWithMembersAsTheyCameAndTopicsByName() {
    plant();
    assertThat(shown())
        .containsExactly(
            "acme",
            "  line1",
            "    capper",
            "      torque",
            "      motor_temp",
            "    filler",
            "      temperature",
            "      product_temp",
            "      pressure",
            "  line2",
            "    x",
            "  line10",
            "    x");
  }

  @Test
  void branchesCountTheirTopicsAndSumTheirRates() {
    for (int i = 0; i <= 10; i++) {
      feed.now(T0 + i * 500L);
      plant();
    }
    Row acme = row("acme");
    assertThat(acme.topics()).isEqualTo(7);
    assertThat(acme.perSecond()).isEqualTo(14.0);
    assertThat(acme.latestMs()).isEqualTo(T0 + 5_000);
    assertThat(row("filler").topics()).isEqualTo(3);
    assertThat(row("filler").perSecond()).isEqualTo(6.0);
    assertThat(row("torque").perSecond()).isEqualTo(2.0);
    assertThat(rows.topics()).isEqualTo(7);
  }

  @Test
  void aClosedBranchSaysHowManyMatchInIt() {
    plant();
    rows.collapse(handle(LINE + "/filler"));
    rows.query(Query.parse("temp > 70"));
    rows.refresh();
    assertThat(rows.matches()).isEqualTo(3);
    assertThat(row("filler").matches()).isEqualTo(2);
    assertThat(row("filler").expanded()).isFalse();
    assertThat(row("motor_temp").match()).isTrue();
    assertThat(row("torque").match()).isFalse();
    assertThat(shown()).doesNotContain("      temperature").contains("      torque");
  }

  @Test
  void onlyMatchesAreLeftWithWhatIsAboveThem() {
    plant();
    rows.query(Query.parse("temp > 72"));
    rows.onlyMatches(true);
    rows.refresh();
    assertThat(shown())
        .containsExactly(
            "acme", "  line1", "    capper", "      motor_temp", "    filler", "      temperature");

    feed.send(LINE + "/filler", "{\"temperature\":60}");
    feed.settle();
    feed.now(T0 + 2_000);
    rows.refresh();
    assertThat(shown()).containsExactly("acme", "  line1", "    capper", "      motor_temp");

    rows.collapse(handle(LINE + "/capper"));
    rows.refresh();
    assertThat(shown()).containsExactly("acme", "  line1", "    capper");
    rows.query(Query.NONE);
    rows.refresh();
    assertThat(rows.size()).isEqualTo(13);
  }

  @Test
  void qualityAndUnitAreLookedFor() {
    feed.live()
        .meanings(path -> path.endsWith("/x") ? Meaning.UNKNOWN.withUnit("bar") : Meaning.UNKNOWN);
    plant();
    feed.send(
        LINE + "/filler",
        "{\"node\":\"f\",\"group\":\"g\",\"values\":{}," + "\"errors\":{\"pressure\":3002}}");
    feed.settle();
    assertThat(matching("quality:bad")).containsExactly("pressure");
    assertThat(matching("unit:bar")).containsExactly("x", "x");
    assertThat(matching("line2/x")).containsExactly("x");
    assertThat(matching("temp < 1000 unit:bar")).isEmpty();
    rows.query(Query.NONE);
    rows.refresh();
    assertThat(row("pressure").quality().state()).isEqualTo(Quality.State.BAD);
    assertThat(row("x").meaning().unit()).isEqualTo("bar");
  }

  @Test
  void theNextMatchGoesRoundInTheOrderOfTheTree() {
    plant();
    rows.query(Query.parse("temp"));
    rows.refresh();
    int motor = handle(LINE + "/capper", "motor_temp");
    int temperature = handle(LINE + "/filler", "temperature");
    int product = handle(LINE + "/filler", "product_temp");
    assertThat(rows.nextMatch(motor, true)).hasValue(temperature);
    assertThat(rows.nextMatch(product, true)).hasValue(motor);
    assertThat(rows.nextMatch(motor, false)).hasValue(product);
    assertThat(rows.nextMatch(handle(LINE + "/filler"), true)).hasValue(temperature);
    rows.query(Query.parse("nowhere"));
    rows.refresh();
    assertThat(rows.nextMatch(motor, true)).isEmpty();
  }

  @Test
  void aHiddenRowIsRevealed() {
    plant();
    rows.expandAll(Latest.ROOT, false);
    rows.refresh();
    assertThat(shown()).containsExactly("acme");
    int row = handle(LINE + "/filler", "pressure");
    assertThat(rows.indexOf(row)).isEqualTo(-1);
    rows.reveal(row);
    rows.refresh();
    assertThat(rows.indexOf(row)).isEqualTo(6);
  }

  @Test
  void whatWasOpenIsOpenAgainEvenIfItComesLater() {
    Rows other = new Rows(feed.live());
    other.open(List.of("acme", LINE));
    plant();
    other.refresh();
    assertThat(other.size()).isEqualTo(6);
    assertThat(other.open()).containsExactlyInAnyOrder("acme", LINE);
  }

  @Test
  void largeTreesAreClosedAtFirst() {
    for (int i = 0; i < 1_000; i++) {
      feed.send("big/" + i + "/x", "1");
    }
    feed.settle();
    rows.refresh();
    assertThat(rows.topics()).isEqualTo(1_000);
    assertThat(rows.size()).isLessThan(1_300);
  }

  @Test
  void withoutNewsTheListStaysTheSame() {
    plant();
    assertThat(rows.refresh()).isFalse();
    feed.send(LINE + "/filler", "{\"temperature\":1}");
    feed.settle();
    assertThat(rows.refresh()).isFalse();
    feed.send("new", "1");
    feed.settle();
    assertThat(rows.refresh()).isTrue();
  }

  private void plant() {
    feed.send(LINE + "/filler", "{\"temperature\":83.4,\"product_temp\":71.8,\"pressure\":4.21}");
    feed.send(LINE + "/capper", "{\"torque\":2.31,\"motor_temp\":72.6}");
    feed.send("acme/line10/x", "1");
    feed.send("acme/line2/x", "1");
    feed.settle();
    rows.refresh();
  }

  private List<String> matching(String query) {
    rows.query(Query.parse(query));
    rows.refresh();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).match()) {
        names.add(rows.get(i).name());
      }
    }
    assertThat(names).hasSize(rows.matches());
    return names;
  }

  private Row row(String name) {
    return IntStream.range(0, rows.size())
        .mapToObj(rows::get)
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int handle(String topic) {
    return handle(topic, "");
  }

  private int handle(String topic, String member) {
    return feed.live().latest().find(topic, member);
  }

  private List<String> shown() {
    return IntStream.range(0, rows.size())
        .mapToObj(rows::get)
        .map(row -> "  ".repeat(row.depth()) + row.name())
        .toList();
  }
}
