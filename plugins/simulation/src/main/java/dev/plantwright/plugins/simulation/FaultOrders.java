package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Workbench;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.simulator.FaultKind;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** Raises and clears faults. Used on the FX thread. */
final class FaultOrders {
  /**
   * A way to raise a fault.
   *
   * @param words of the menu
   */
  record Choice(String words, ObjectNode details) {}

  private static final int FAILURE = 4;
  private static final int LATE_MS = 1_500;

  private final Workbench workbench;
  private final Runnable done;

  /**
   * @param done told when something was changed
   */
  FaultOrders(Workbench workbench, Runnable done) {
    this.workbench = workbench;
    this.done = done;
  }

  /** How a fault can be raised; the first is what a click does. */
  static List<Choice> choices(FaultKind kind) {
    return switch (kind.kind()) {
      case FaultKind.EXCEPTION ->
          List.of(
              exception("device failure", FAILURE),
              exception("illegal function", 1),
              exception("illegal address", 2),
              exception("illegal value", 3),
              exception("device busy", 6));
      case FaultKind.SLOW -> List.of(late(LATE_MS), late(200), late(500), late(5_000));
      default ->
          List.of(
              new Choice("Until It Is Cleared", Json.object()),
              new Choice("For 10 s", Json.object().put("for_s", 10)),
              new Choice("For 1 min", Json.object().put("for_s", 60)));
    };
  }

  private static Choice exception(String words, int code) {
    return new Choice("Exception %d, %s".formatted(code, words), Json.object().put("code", code));
  }

  private static Choice late(int ms) {
    return new Choice("Answers %,d ms Late".formatted(ms), Json.object().put("ms", ms));
  }

  void raise(Fault fault, Choice choice) {
    tell(
        "Raise " + fault.kind() + " of " + fault.device(),
        s -> s.fault(fault.device(), fault.kind(), choice.details()));
  }

  void clear(Fault fault) {
    tell(
        "Clear " + fault.kind() + " of " + fault.device(),
        s -> s.clear(fault.device(), fault.kind()));
  }

  void clearAll() {
    new AllDevices(workbench).clear();
  }

  private void tell(String title, Consumer<SimulatorClient> order) {
    workbench
        .site()
        .doors()
        .getValue()
        .ifPresent(
            doors ->
                workbench
                    .jobs()
                    .quietly(
                        title,
                        progress -> {
                          order.accept(doors.simulator());
                          return null;
                        })
                    .then(ok -> done.run())
                    .failed(e -> workbench.tell(AllDevices.refusal(title, e))));
  }
}
