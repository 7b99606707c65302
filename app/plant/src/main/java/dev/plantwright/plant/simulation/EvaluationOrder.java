package dev.plantwright.plant.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The order in which signals are computed: each after those that it reads. */
public final class EvaluationOrder {
  private static final int LONGEST = 500;

  private final Map<String, Signal> signals = new HashMap<>();
  private final List<Signal> order = new ArrayList<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> open = new HashSet<>();
  private String circle;

  /** Names that do not exist are passed over. */
  public EvaluationOrder(List<Signal> all) {
    all.forEach(signal -> signals.put(signal.name(), signal));
    all.forEach(signal -> visit(signal, 0));
  }

  private void visit(Signal signal, int depth) {
    if (signal == null || done.contains(signal.name())) {
      return;
    }
    if (depth > LONGEST || !open.add(signal.name())) {
      circle = signal.name();
      return;
    }
    signal.behaviour().reads().forEach(name -> visit(signals.get(name), depth + 1));
    signal.gate().ifPresent(gate -> visit(signals.get(gate.point()), depth + 1));
    open.remove(signal.name());
    if (done.add(signal.name())) {
      order.add(signal);
    }
  }

  /** All signals, each once. */
  public List<Signal> signals() {
    return List.copyOf(order);
  }

  /** A signal that reads itself, directly or through others, or through more than 500 others. */
  public Optional<String> circle() {
    return Optional.ofNullable(circle);
  }
}
