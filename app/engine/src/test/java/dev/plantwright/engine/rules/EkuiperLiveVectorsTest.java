package dev.plantwright.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plantwright.engine.VectorSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers recorded from the real product, against a fresh engine a section. */
class EkuiperLiveVectorsTest {
  /** How many passed when this was written; fewer is a step back. */
  private static final int PASSED_BEFORE = 735;

  private final JsonMapper mapper = new JsonMapper();
  private final Set<String> listed = new HashSet<>();
  private final List<String> complaints = new ArrayList<>();
  private final List<String> unlisted = new ArrayList<>();
  private final Map<String, int[]> counts = new LinkedHashMap<>();

  @TempDir Path dir;

  @Test
  @ExtendWith(VectorSum.Provider.class)
  void theDoorAnswersAsRecorded(VectorSum total) throws Exception {
    Optional<Path> folder = folder();
    Path file = folder.orElse(Path.of("")).resolve("ekuiper-live/rest.jsonl");
    if (folder.isEmpty() || !Files.exists(file)) {
      System.out.println("vectors: skipped, there is no ekuiper-live/rest.jsonl");
    }
    assumeTrue(folder.isPresent() && Files.exists(file));
    readList();
    for (Map.Entry<String, List<JsonNode>> section : sections(file).entrySet()) {
      replay(section.getKey(), section.getValue());
    }
    report(total);
    dump();
    assertThat(complaints).isEmpty();
    if (System.getProperty("vectors.dir") == null) {
      assertThat(sum(0)).isGreaterThanOrEqualTo(PASSED_BEFORE);
    }
  }

  private static Optional<Path> folder() {
    String property = System.getProperty("vectors.dir");
    String given = property != null ? property : System.getenv("PLANTWRIGHT_VECTORS");
    return Optional.ofNullable(given)
        .filter(d -> !d.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  private void readList() throws IOException {
    try (var in = EkuiperLiveVectorsTest.class.getResourceAsStream("not-yet.txt")) {
      new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.startsWith("#"))
          .forEach(listed::add);
    }
  }

  private Map<String, List<JsonNode>> sections(Path file) {
    Map<String, List<JsonNode>> sections = new LinkedHashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        JsonNode record = mapper.readTree(line);
        sections
            .computeIfAbsent(record.get("section").stringValue(), s -> new ArrayList<>())
            .add(record);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }

  private void replay(String section, List<JsonNode> records) throws Exception {
    int[] count = counts.computeIfAbsent(section, s -> new int[4]);
    long requests = records.stream().filter(r -> isHttp(r)).count();
    if (listed.contains("section " + section)) {
      count[2] += (int) requests;
      return;
    }
    try (Site site = new Site(dir.resolve(section))) {
      for (JsonNode record : records) {
        if (isHttp(record)) {
          judge(record, site, count);
        } else {
          step(record.path("step"), site);
        }
      }
    }
  }

  private static boolean isHttp(JsonNode record) {
    return record.get("kind").stringValue().equals("http");
  }

  private void step(JsonNode step, Site site) throws Exception {
    if (step.has("mqtt_publish")) {
      JsonNode publish = step.get("mqtt_publish");
      site.publish(publish.get("topic").stringValue(), publish.get("payload").stringValue());
    }
    JsonNode poll = step.path("poll");
    if (poll.isObject()) {
      long deadline = System.nanoTime() + 3_000_000_000L;
      String path = poll.get("path").stringValue();
      while (System.nanoTime() < deadline) {
        JsonNode body = tree(site.send("GET", path, "").body());
        if (body.at(poll.get("pointer").stringValue()).equals(poll.get("equals"))) {
          return;
        }
        Thread.onSpinWait();
      }
    }
  }

  private void judge(JsonNode record, Site site, int[] count) throws Exception {
    String id = record.get("section").stringValue() + "#" + record.get("seq").intValue();
    if (record.get("response").isNull() || record.path("unstable").asBoolean(false)) {
      count[3]++;
      return;
    }
    boolean known = listed.contains(id);
    String difference = difference(record, site, known);
    if (difference.isEmpty()) {
      count[0]++;
      if (known) {
        complaints.add(id + " is listed as not yet, but passes: take it off the list");
      }
    } else if (known) {
      count[2]++;
    } else {
      count[1]++;
      complaints.add(id + " " + difference);
      unlisted.add(id);
    }
  }

  /** Rules work on their own: what is read of them may take a moment to be so. */
  private String difference(JsonNode record, Site site, boolean known) throws Exception {
    boolean reads = record.get("request").get("method").stringValue().equals("GET");
    long deadline = System.nanoTime() + (reads && !known ? 1_000_000_000L : 0);
    String difference;
    do {
      difference = new RecordedAnswer(mapper, record).difference(site);
    } while (!difference.isEmpty() && System.nanoTime() < deadline);
    return difference;
  }

  private JsonNode tree(String text) {
    try {
      return mapper.readTree(text);
    } catch (tools.jackson.core.JacksonException e) {
      return mapper.nullNode();
    }
  }

  private int sum(int which) {
    return counts.values().stream().mapToInt(c -> c[which]).sum();
  }

  private void report(VectorSum total) {
    counts.forEach((section, c) -> System.out.println("  " + line(section, c)));
    System.out.println(line("ekuiper-live", new int[] {sum(0), sum(1), sum(2), sum(3)}));
    total.add(sum(0), sum(1), sum(2), sum(3));
  }

  private static String line(String name, int[] c) {
    return "%s: %d passed, %d failed, %d not yet, %d not applicable"
        .formatted(name, c[0], c[1], c[2], c[3]);
  }

  private void dump() throws IOException {
    String dump = System.getProperty("vectors.dump");
    if (dump != null) {
      Files.write(Path.of(dump), complaints);
      Files.write(Path.of(dump + ".ids"), unlisted);
    }
  }
}
