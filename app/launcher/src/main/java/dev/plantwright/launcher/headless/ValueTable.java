package dev.plantwright.launcher.headless;

import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The live values as lines of text: of each topic the first rows, and how many more there are. */
final class ValueTable {
  private static final int ROWS_PER_TOPIC = 8;
  private static final int LONGEST_VALUE = 24;

  private final Live live;

  ValueTable(Live live) {
    this.live = live;
  }

  List<String> lines() {
    Map<String, List<Integer>> topics = topics();
    List<String> lines = new ArrayList<>();
    topics.forEach(
        (topic, rows) -> {
          lines.add(topic);
          rows.stream().limit(ROWS_PER_TOPIC).forEach(row -> lines.add(line(row)));
          if (rows.size() > ROWS_PER_TOPIC) {
            lines.add("  ... and " + (rows.size() - ROWS_PER_TOPIC) + " more");
          }
        });
    return lines;
  }

  /** How many values there are, shown or not. */
  int size() {
    return topics().values().stream().mapToInt(List::size).sum();
  }

  private Map<String, List<Integer>> topics() {
    Latest latest = live.latest();
    Map<String, List<Integer>> topics = new TreeMap<>();
    for (int row = 0; row < latest.size(); row++) {
      if (latest.isValue(row) && !Alarm.isAlarm(latest.topic(row))) {
        topics.computeIfAbsent(latest.topic(row), topic -> new ArrayList<>()).add(row);
      }
    }
    return topics;
  }

  private String line(int row) {
    Latest latest = live.latest();
    long now = live.nowMs();
    Reading reading = latest.read(row);
    Meaning meaning = live.meanings().of(latest.path(row));
    Quality quality = Quality.of(reading, meaning, live.source(), now);
    String member = latest.member(row);
    return "  %-26s %14s %-10s %8s  %s"
        .formatted(
            member.isEmpty() ? "(payload)" : member,
            cut(Format.value(reading.value(), meaning.decimals())),
            meaning.unit(),
            Format.age(reading.age(now)),
            quality.word())
        .stripTrailing();
  }

  private static String cut(String value) {
    String line = value.lines().findFirst().orElse("");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }
}
