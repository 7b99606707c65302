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
    Cycles cycles = state.status() == Status.RUNNING ? Cycles.ask(doors, node) : Cycles.NONE;
    long wait = page.path("next_try_ms").asLong(0);
    String cause = page.path("cause").asString("");
    states.put(
        node,
        new State(
            cycles.silent() ? Status.RETRYING : state.status(),
            cycles.slowestMs(),
            cause.isEmpty() ? cycles.error() : cause,
            wait > 0 ? nowMs + wait : 0));
  }

  /**
   * The last read of each group of a device.
   *
   * @param slowestMs {@code NaN} if nothing was read
   * @param silent whether groups were polled and no request was answered: the link may be up
   * @param error of a request, empty if there was none
   */
  private record Cycles(double slowestMs, boolean silent, String error) {
    static final Cycles NONE = new Cycles(Double.NaN, false, "");

    /** Only devices have cycles: for others there is no such page. */
    static Cycles ask(Doors doors, String node) {
      try {
        return of(doors.inspect().cycles(node));
      } catch (DoorException e) {
        return NONE;
      }
    }

    private static Cycles of(JsonNode groups) {
      double slowest = Double.NaN;
      boolean polled = false;
      boolean answered = false;
      String error = "";
      for (JsonNode group : groups) {
        polled |= group.path("polled").asLong(0) > 0;
        for (JsonNode request : group.path("requests")) {
          String wrong = request.path("error").asString("");
          answered |= wrong.isEmpty();
          error = wrong.isEmpty() ? error : wrong;
        }
        double ms = group.path("duration_ms").asDouble(0);
        slowest = ms > 0 && !(ms <= slowest) ? ms : slowest;
      }
      boolean silent = polled && !answered;
      return new Cycles(silent ? Double.NaN : slowest, silent, error);
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
