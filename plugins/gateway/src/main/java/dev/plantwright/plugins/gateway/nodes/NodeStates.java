package dev.plantwright.plugins.gateway.nodes;

import dev.plantwright.api.controls.Status;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.neuron.NodeState;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How the nodes of a gateway are doing.
 *
 * @param known whether the gateway answered; a node that is missing then is not deployed
 */
record NodeStates(boolean known, Map<String, State> states) {
  static final NodeStates NONE = new NodeStates(false, Map.of());

  /**
   * One node.
   *
   * @param cycleMs how long the slowest group took to be read last; {@code NaN} where not told
   * @param cause why it has no link; empty if it has, or where not told
   * @param nextTryMs when it tries again, epoch ms; 0 where not told
   */
  record State(Status status, double cycleMs, String cause, long nextTryMs) {}

  NodeStates {
    states = Map.copyOf(states);
  }

  Optional<State> of(String node) {
    return Optional.ofNullable(states.get(node));
  }

  /** Asks gateway and inspect door; blocks. Without an inspect door causes and durations lack. */
  static NodeStates ask(Doors doors, long nowMs) {
    Map<String, State> states = new HashMap<>();
    for (NodeState node : doors.neuron().states()) {
      states.put(node.node(), new State(status(node), Double.NaN, "", 0));
    }
    try {
      doors.inspect().nodes().forEach(page -> more(doors, page, nowMs, states));
    } catch (DoorException e) {
      return new NodeStates(true, states);
    }
    return new NodeStates(true, states);
  }

  private static void more(Doors doors, JsonNode page, long nowMs, Map<String, State> states) {
    String node = page.path("node").asString("");
    State state = states.get(node);
    if (state == null) {
      return;
    }
    long wait = page.path("next_try_ms").asLong(0);
    double cycle = state.status() == Status.RUNNING ? cycle(doors, node) : Double.NaN;
    states.put(
        node,
        new State(
            state.status(), cycle, page.path("cause").asString(""), wait > 0 ? nowMs + wait : 0));
  }

  /** Only devices have cycles: for others there is no such page. */
  private static double cycle(Doors doors, String node) {
    try {
      double slowest = Double.NaN;
      for (JsonNode group : doors.inspect().cycles(node)) {
        double ms = group.path("duration_ms").asDouble(0);
        if (group.path("polled").asLong(0) > 0 && !(ms <= slowest)) {
          slowest = ms;
        }
      }
      return slowest;
    } catch (DoorException e) {
      return Double.NaN;
    }
  }

  private static Status status(NodeState node) {
    return switch (node.running()) {
      case RUNNING -> node.connected() ? Status.RUNNING : Status.RETRYING;
      case INIT -> Status.NO_VALUE;
      case READY, STOPPED -> Status.STOPPED;
      case UNKNOWN -> Status.UNCERTAIN;
    };
  }
}
