package dev.plantwright.engine.rules.book;

import dev.plantwright.engine.rules.definition.RuleDefinition;
import dev.plantwright.engine.rules.flow.FlowStatus;
import dev.plantwright.engine.rules.flow.RuleFlow;
import dev.plantwright.sql.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A rule that exists, running or not. One thread. */
public final class RuleEntry {
  private RuleDefinition definition;
  private Optional<RuleFlow> flow = Optional.empty();
  private Optional<Plan> plan = Optional.empty();
  private boolean active;
  private String message = "";
  private long lastStart;
  private long lastStop;

  RuleEntry(RuleDefinition definition) {
    this.definition = definition;
  }

  public RuleDefinition definition() {
    return definition;
  }

  void define(RuleDefinition changed) {
    definition = changed;
  }

  void started(RuleFlow running, Plan planned, long now) {
    flow = Optional.of(running);
    plan = Optional.of(planned);
    active = true;
    message = "";
    lastStart = now;
  }

  /** It should run, but cannot. */
  void failed(String why, long now) {
    active = false;
    message = why;
    lastStop = now;
  }

  /** Ends it when it runs; what it has counted stays to be read. */
  void stop(long now) {
    if (active) {
      flow.ifPresent(RuleFlow::close);
      lastStop = now;
      message = "canceled manually";
    }
    active = false;
  }

  /** Ends it without a word, as when the engine ends. */
  void abandon() {
    flow.ifPresent(RuleFlow::close);
  }

  private Optional<String> ownFailure() {
    return active ? flow.flatMap(RuleFlow::failure) : Optional.empty();
  }

  /** Does it run, as far as is known? */
  public boolean isRunning() {
    return active && ownFailure().isEmpty();
  }

  /** Does it hold on to its stream? */
  boolean holds(String stream) {
    return active && plan.filter(p -> p.source().name().equals(stream)).isPresent();
  }

  /** In the product's words. */
  public String state() {
    if (isRunning()) {
      return "running";
    }
    boolean broken =
        ownFailure().isPresent() || (!message.isEmpty() && !message.equals("canceled manually"));
    return broken ? "stopped by error" : "stopped";
  }

  private Optional<FlowStatus> nodes() {
    return flow.map(RuleFlow::status);
  }

  /** All that a status page shows, by name. */
  public Map<String, Object> status() {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("status", state());
    status.put("message", ownFailure().orElse(message));
    status.put("lastStartTimestamp", lastStart);
    status.put("lastStopTimestamp", lastStop);
    status.put("nextStartTimestamp", 0);
    nodes().ifPresent(nodes -> status.putAll(nodes.metrics()));
    return status;
  }

  /** The short form of the status. */
  public Map<String, Object> summary() {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("status", state());
    summary.put("last_exception", nodes().map(FlowStatus::lastException).orElse(""));
    summary.put("exceptions_total", nodes().map(FlowStatus::exceptions).orElse(0L));
    return summary;
  }

  /** Nodes and edges; empty when it never ran. */
  public Optional<Map<String, Object>> topology() {
    return nodes().map(FlowStatus::topology);
  }
}
