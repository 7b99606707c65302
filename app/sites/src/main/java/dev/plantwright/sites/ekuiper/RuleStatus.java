package dev.plantwright.sites.ekuiper;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How a rule is doing.
 *
 * @param status in the engine's words, such as {@code running} or {@code stopped by error}
 * @param message why, when the engine says so
 * @param raw the whole answer, such as {@code source_demo_0_records_in_total}
 */
public record RuleStatus(String id, String status, String message, JsonNode raw) {
  /** True while it runs. */
  public boolean running() {
    return status.equals("running");
  }

  /** The counters of all nodes of the plan by their full name, sorted. */
  public Map<String, Long> counters() {
    Map<String, Long> counters = new TreeMap<>();
    raw.properties().stream()
        .filter(member -> member.getValue().isIntegralNumber())
        .filter(member -> !member.getKey().endsWith("Timestamp"))
        .forEach(member -> counters.put(member.getKey(), member.getValue().asLong()));
    return counters;
  }

  /** Sum of {@code records_in_total} over the sources. */
  public long recordsIn() {
    return sum("source_", "_records_in_total");
  }

  /** Sum of {@code records_out_total} over the sinks. */
  public long recordsOut() {
    return sum("sink_", "_records_out_total");
  }

  /** Sum of {@code exceptions_total} over all nodes. */
  public long exceptions() {
    return sum("", "_exceptions_total");
  }

  private long sum(String prefix, String suffix) {
    return counters().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix) && entry.getKey().endsWith(suffix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
