package dev.plantwright.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.rows.Query;
import dev.plantwright.live.rows.Rows;
import dev.plantwright.sites.mqtt.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * By hand: {@code -Dmeasure=true}. 100,000 value rows: bytes a row, values a second, ms a frame, to
 * target/live-measurement.txt.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class LiveMeasurement {
  private static final int TOPICS = 1_000;
  private static final int MEMBERS = 100;
  private static final long T0 = LiveFeed.T0;

  @Test
  void membersOfReports() throws IOException {
    measure(
        "100 members a report",
        TOPICS,
        (topic, round) ->
            Messages.text(
                "acme/site" + topic % 10 + "/asset" + topic,
                report(topic, round),
                T0 + round * 1_000L));
  }

  @Test
  void plainTopics() throws IOException {
    measure(
        "one value a topic",
        TOPICS * MEMBERS,
        (topic, round) ->
            Messages.text(
                "acme/site" + topic % 10 + "/asset" + topic / MEMBERS + "/tag" + topic % MEMBERS,
                "" + (topic + round * 0.1),
                T0 + round * 1_000L));
  }

  private interface Feed {
    Message message(int topic, int round);
  }

  private static void measure(String what, int topics, Feed feed) throws IOException {
    Runtime.getRuntime().gc();
    long before = used();
    try (Live live = new Live(() -> Instant.ofEpochMilli(T0 + 20_000))) {
      long nanos = 0;
      for (int round = 0; round < 20; round++) {
        Message[] messages = new Message[topics];
        for (int topic = 0; topic < topics; topic++) {
          messages[topic] = feed.message(topic, round);
        }
        long begin = System.nanoTime();
        for (Message message : messages) {
          while (!live.accept(message)) {
            Thread.yield();
          }
        }
        long sent = (round + 1L) * topics;
        LiveFeed.await("round", () -> live.counts().messages() >= sent);
        nanos = System.nanoTime() - begin;
      }
      Rows rows = new Rows(live);
      rows.query(Query.parse("tag7 > 5"));
      rows.refresh();
      long filter = time(() -> rows.query(Query.parse("tag7 > 5")), rows);
      long count = time(() -> rows.onlyMatches(rows.onlyMatches()), rows);
      Runtime.getRuntime().gc();
      double megabytes = (used() - before) / 1e6;
      double perSecond = TOPICS * MEMBERS / (nanos / 1e9);
      report(
          "%s: %d rows, %.1f MB, %.0f values/s, %.2f ms to filter, %.2f ms to count"
              .formatted(
                  what, live.latest().size(), megabytes, perSecond, filter / 1e6, count / 1e6));
      assertThat(rows.matches()).isGreaterThan(10_000);
      assertThat(megabytes).isLessThan(60);
      assertThat(perSecond).isGreaterThan(200_000);
    }
  }

  private static void report(String line) throws IOException {
    Path file = Path.of("target", "live-measurement.txt");
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static long time(Runnable change, Rows rows) {
    long begin = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      change.run();
      rows.refresh();
    }
    return (System.nanoTime() - begin) / 20;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static String report(int topic, int round) {
    StringBuilder text =
        new StringBuilder("{\"node\":\"n\",\"group\":\"g\",\"timestamp\":1,\"values\":{");
    for (int i = 0; i < MEMBERS; i++) {
      text.append(i == 0 ? "" : ",").append("\"tag").append(i).append("\":");
      text.append(topic + i + round * 0.1);
    }
    return text.append("},\"errors\":{},\"metas\":{}}").toString();
  }
}
