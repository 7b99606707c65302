package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.sites.mqtt.LinkState;
import dev.plantwright.sites.mqtt.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveTest {
  private static final long T0 = LiveFeed.T0;

  private final LiveFeed feed = new LiveFeed();
  private final Live live = feed.live();

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void theVersionChangesWithEveryMessage() {
    long before = live.latest().version();
    AtomicInteger told = new AtomicInteger();
    live.onChange(told::incrementAndGet);
    feed.send("a", "1");
    LiveFeed.await("version", () -> live.latest().version() != before);
    LiveFeed.await("told", () -> told.get() > 0);
  }

  @Test
  void aReaderNeverSeesHalfOfAValue() {
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long i = 0; !stop.get(); i++) {
                    String payload = i % 2 == 0 ? "\"" + i + "\"" : "" + (T0 + i);
                    live.accept(Messages.text("a", payload, T0 + i));
                  }
                });
    LiveFeed.await("first", () -> live.latest().find("a", "") != Latest.NONE);
    int row = live.latest().find("a", "");
    LiveFeed.await("value", () -> live.latest().read(row).count() > 0);
    for (int i = 0; i < 200_000; i++) {
      Reading reading = live.latest().read(row);
      long at = reading.valueMs() - T0;
      switch (reading.value()) {
        case Value.Text(String text) -> assertThat(text).isEqualTo("" + at);
        case Value.Whole(long whole) -> assertThat(whole).isEqualTo(T0 + at);
        default -> throw new AssertionError("unexpected " + reading);
      }
    }
    stop.set(true);
    assertThat(writer).isNotNull();
  }

  @Test
  void anEveryGetsWhatItsFilterMatchesInOrderAndCountsWhatItDrops() throws Exception {
    Every every = live.every("line/+/state", 3);
    for (int i = 0; i < 5; i++) {
      feed.send("line/" + i + "/state", "" + i);
      feed.send("line/" + i + "/speed", "" + i);
    }
    LiveFeed.await("dropped", () -> every.dropped() == 2);
    List<Message> got = new ArrayList<>();
    assertThat(every.next(Duration.ofSeconds(5))).isPresent();
    assertThat(every.drainTo(got, 10)).isEqualTo(2);
    assertThat(got).extracting(Message::topic).containsExactly("line/1/state", "line/2/state");
    assertThat(every.next(Duration.ZERO)).isEmpty();

    every.close();
    feed.send("line/9/state", "9");
    feed.settle();
    assertThat(every.next(Duration.ZERO)).isEmpty();
  }

  @Test
  void theHistoryBeginsBeforeItWasAskedForAndGoesOn() {
    for (int i = 0; i < 250; i++) {
      feed.send("a", "" + i);
      feed.send("b", "" + i);
    }
    History history = live.history("a");
    LiveFeed.await("past", () -> history.messages().size() == History.LENGTH);
    feed.send("a", "new");
    LiveFeed.await("new", () -> text(history.messages().getFirst()).equals("new"));
    assertThat(history.messages()).hasSize(200).allMatch(message -> message.topic().equals("a"));
    assertThat(text(history.messages().getLast())).isEqualTo("51");
    history.close();
  }

  @Test
  void aSeriesHasFirstLastLeastAndGreatestPerBucket() {
    Series series = live.series("line", "speed");
    double[] numbers = {5, 3, 9, 4};
    for (int i = 0; i < numbers.length; i++) {
      feed.now(T0 + i * 20);
      feed.send("line", "{\"speed\":" + numbers[i] + "}");
    }
    feed.now(T0 + 250);
    feed.send("line", "{\"speed\":7}");
    Series.Buckets buckets = new Series.Buckets(10);
    LiveFeed.await(
        "two buckets", () -> series.copy(Series.Level.FINE, T0, T0 + 1_000, buckets) == 2);
    assertThat(buckets.startMs(0)).isEqualTo(T0);
    assertThat(buckets.startMs(1)).isEqualTo(T0 + 200);
    assertThat(buckets.last(0)).isEqualTo(4);
    assertThat(buckets.least(0)).isEqualTo(3);
    assertThat(buckets.greatest(0)).isEqualTo(9);
    assertThat(buckets.first(1)).isEqualTo(7);
    assertThat(series.copy(Series.Level.SECONDS, T0, T0 + 1_000, buckets)).isEqualTo(1);
    assertThat(buckets.last(0)).isEqualTo(7);
    series.close();
  }

  @Test
  void aSeriesBeginsWithWhatTheRowStillKnows() {
    for (int i = 0; i < 10; i++) {
      feed.now(T0 + i * 5_000);
      feed.send("a", "" + i);
      feed.settle();
    }
    Series series = live.series("a", "");
    Series.Buckets buckets = new Series.Buckets(100);
    LiveFeed.await("past", () -> series.copy(Series.Level.SECONDS, T0, T0 + 60_000, buckets) == 10);
    assertThat(buckets.last(0)).isEqualTo(0);
    assertThat(buckets.last(9)).isEqualTo(9);
    series.close();
  }

  @Test
  void aLostLinkIsToldUntilItIsBack() {
    live.link(new LinkState.Connected(Instant.ofEpochMilli(T0)));
    assertThat(live.source()).isEqualTo(new Source.Connected(T0));
    feed.now(T0 + 5_000);
    live.link(new LinkState.Retrying("Connection refused.", Instant.ofEpochMilli(T0 + 6_000)));
    feed.now(T0 + 6_000);
    live.link(new LinkState.Connecting());
    live.link(new LinkState.Retrying("Connection refused.", Instant.ofEpochMilli(T0 + 8_000)));
    assertThat(live.source())
        .isEqualTo(new Source.Gone(T0 + 5_000, "Connection refused", T0 + 8_000));
  }

  private static String text(Message message) {
    return new String(message.payload(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
