package dev.plantwright.engine.rules.flow;

import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.run.Counters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of a rule under the product's names, with what they have done. */
public final class FlowStatus {
  private final Map<String, Object> metrics = new LinkedHashMap<>();
  private final Map<String, List<String>> edges = new LinkedHashMap<>();
  private final String source;
  private long exceptions;
  private String lastException = "";

  FlowStatus(
      Plan plan,
      Counters received,
      Counters decoded,
      boolean bytes,
      int waiting,
      long dropped,
      long connectedAt,
      List<Counters> operators,
      List<Action> actions) {
    this.source = "source_" + plan.source().name();
    add(source, received, waiting, dropped);
    connection(source + "_0_", connectedAt, true);
    String last = source;
    int number = 2;
    if (bytes) {
      last = next(last, "op_" + number++ + "_decoder", decoded);
    }
    for (Counters operator : operators) {
      last = next(last, "op_" + number + "_" + operator.name(), operator);
      number += operator.name().equals("windowFilter") ? 0 : 1;
    }
    actions(last, actions);
  }

  private void actions(String last, List<Action> actions) {
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      String name = action.type() + "_" + i;
      String end = next(last, "op_" + name + "_0_transform", action.transformed());
      if (action.isBytes()) {
        end = next(end, "op_" + name + "_1_encode", action.encoded());
      }
      edge(end, "sink_" + name);
    }
    for (int i = 0; i < actions.size(); i++) {
      String name = "sink_" + actions.get(i).type() + "_" + i;
      add(name, actions.get(i).sent(), 0, 0);
      connection(name + "_0_", actions.get(i).connectedAt(), actions.get(i).isConnecting());
    }
  }

  private String next(String from, String name, Counters counters) {
    edge(from, name);
    add(name, counters, 0, 0);
    return name;
  }

  private void edge(String from, String to) {
    edges.computeIfAbsent(from, f -> new ArrayList<>()).add(to);
  }

  private void add(String node, Counters counters, int waiting, long dropped) {
    String prefix = node + "_0_";
    metrics.put(prefix + "records_in_total", counters.in());
    metrics.put(prefix + "records_out_total", counters.out());
    metrics.put(prefix + "messages_processed_total", counters.processed());
    metrics.put(prefix + "process_latency_us", 0);
    metrics.put(prefix + "buffer_length", waiting);
    metrics.put(prefix + "last_invocation", counters.lastInvocation());
    metrics.put(prefix + "exceptions_total", counters.exceptions() + dropped);
    metrics.put(prefix + "last_exception", counters.lastException());
    metrics.put(prefix + "last_exception_time", counters.lastExceptionTime());
    exceptions = Math.max(exceptions, counters.exceptions() + dropped);
    lastException = counters.lastException().isEmpty() ? lastException : counters.lastException();
  }

  private void connection(String prefix, long since, boolean connects) {
    metrics.put(prefix + "connection_status", connects && since > 0 ? 1 : 0);
    metrics.put(prefix + "connection_last_connected_time", connects ? since : 0);
    metrics.put(prefix + "connection_last_disconnected_time", 0);
    metrics.put(prefix + "connection_last_disconnected_message", "");
    metrics.put(prefix + "connection_last_try_time", 0);
  }

  /** All numbers by name. */
  public Map<String, Object> metrics() {
    return metrics;
  }

  /** {@code sources} and {@code edges}. */
  public Map<String, Object> topology() {
    return Map.of("sources", List.of(source), "edges", edges);
  }

  /** Of the node that has most. */
  public long exceptions() {
    return exceptions;
  }

  public String lastException() {
    return lastException;
  }
}
