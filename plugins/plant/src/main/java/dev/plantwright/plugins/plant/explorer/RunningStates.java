package dev.plantwright.plugins.plant.explorer;

import dev.plantwright.api.controls.Status;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.ekuiper.RuleSummary;
import dev.plantwright.sites.neuron.NodeState;
import dev.plantwright.sites.simulator.Device;
import java.util.HashMap;
import java.util.Map;

/**
 * How the things of a plant are doing on a site: by key of their line.
 *
 * @param complete whether every door answered; what is missing then is not deployed
 */
record RunningStates(Map<String, State> states, boolean complete) {
  static final RunningStates NONE = new RunningStates(Map.of(), false);

  /** A status with its words. */
  record State(Status status, String words) {}

  RunningStates {
    states = Map.copyOf(states);
  }

  /** Asks the doors; blocks. A door that does not answer leaves its things out. */
  static RunningStates ask(Doors doors) {
    Map<String, State> states = new HashMap<>();
    boolean complete = true;
    complete &=
        ask(() -> doors.neuron().states().forEach(n -> states.put("node:" + n.node(), of(n))));
    complete &=
        ask(() -> doors.ekuiper().rules().forEach(r -> states.put("RULE:" + r.id(), of(r))));
    complete &=
        ask(
            () ->
                doors
                    .ekuiper()
                    .streams()
                    .forEach(s -> states.put("STREAM:" + s, new State(Status.RUNNING, "running"))));
    ask(() -> doors.simulator().devices().forEach(d -> states.put("DEVICE:" + d.id(), of(d))));
    return new RunningStates(states, complete);
  }

  private static boolean ask(Runnable question) {
    try {
      question.run();
      return true;
    } catch (DoorException e) {
      return false;
    }
  }

  private static State of(NodeState node) {
    return switch (node.running()) {
      case RUNNING ->
          node.connected()
              ? new State(Status.RUNNING, "running")
              : new State(Status.RETRYING, "retrying, not connected");
      case INIT -> new State(Status.NO_VALUE, "no settings yet");
      case READY, STOPPED -> new State(Status.STOPPED, "stopped");
      case UNKNOWN -> new State(Status.UNCERTAIN, "in a state that is not known");
    };
  }

  private static State of(RuleSummary rule) {
    String words = rule.status().toLowerCase(java.util.Locale.ROOT);
    if (words.startsWith("running")) {
      return new State(Status.RUNNING, words);
    }
    return words.contains("error")
        ? new State(Status.FAILED, rule.status())
        : new State(Status.STOPPED, words);
  }

  private static State of(Device device) {
    return device.faults().isEmpty()
        ? new State(Status.RUNNING, device.state())
        : new State(Status.FAILED, "fault: " + String.join(", ", device.faults()));
  }
}
