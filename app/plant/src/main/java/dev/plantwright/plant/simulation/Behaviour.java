package dev.plantwright.plant.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a signal moves by itself. The names of other signals that a behaviour reads are those of the
 * points and signals of the same device.
 */
public sealed interface Behaviour {
  /** Names of the signals it reads. */
  default List<String> reads() {
    return switch (this) {
      case Constant _, Ramp _, Sine _, RandomWalk _, Steps _ -> List.of();
      case Counter counter -> counter.of().stream().toList();
      case Follow follow -> List.of(follow.point());
      case Mapping mapping -> List.of(mapping.point());
      case Sum sum -> sum.parts().stream().flatMap(part -> part.reads().stream()).toList();
    };
  }

  /** In a few words, such as {@code sine 72 ± 1.6, 90 s}. */
  default String words() {
    return switch (this) {
      case Constant c -> "constant " + c.value().text();
      case Ramp r ->
          "ramp %s to %s, %s s"
              .formatted(Words.number(r.from()), Words.number(r.to()), Words.number(r.periodS()));
      case Sine s ->
          "sine %s ± %s, %s s"
              .formatted(
                  Words.number(s.mean()), Words.number(s.swing()), Words.number(s.periodS()));
      case RandomWalk w -> "walk %s to %s".formatted(Words.number(w.low()), Words.number(w.high()));
      case Counter c ->
          c.of()
              .map(of -> "counts " + of)
              .orElseGet(() -> "counts %s/s".formatted(Words.number(c.perS())));
      case Steps s ->
          "steps "
              + s.steps().stream().map(x -> x.value().text()).collect(Collectors.joining(", "));
      case Follow f ->
          f.lagS() == 0
              ? "follows " + f.point()
              : "lags %s, %s s".formatted(f.point(), Words.number(f.lagS()));
      case Mapping m -> "with " + m.point();
      case Sum s -> s.parts().stream().map(Behaviour::words).collect(Collectors.joining(" + "));
    };
  }

  /** The same value until somebody writes another one. */
  record Constant(PointValue value) implements Behaviour {}

  /** From one number to another in {@code periodS} seconds. */
  record Ramp(double from, double to, double periodS, Shape shape) implements Behaviour {}

  /** What a ramp does at its end. */
  enum Shape {
    /** Starts again. */
    SAWTOOTH,
    /** Goes back the way it came, in another period. */
    TRIANGLE,
    /** Stays. */
    ONCE
  }

  /** {@code mean + swing * sin(2 pi (t + phaseS) / periodS)}. */
  record Sine(double mean, double swing, double periodS, double phaseS) implements Behaviour {}

  /** Every {@code everyS} seconds at most {@code step} up or down, between two limits. */
  record RandomWalk(double start, double low, double high, double step, double everyS)
      implements Behaviour {}

  /**
   * Grows by {@code perS} a second, or by {@code factor} times another signal a second. Rolls over
   * where its register does.
   */
  record Counter(double start, double perS, Optional<String> of, double factor)
      implements Behaviour {}

  /** One value after another, then from the start again. */
  record Steps(List<Step> steps) implements Behaviour {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  record Step(PointValue value, Seconds duration) {}

  /** {@code factor * other + offset}, reached with a first-order lag. A text is followed as is. */
  record Follow(String point, double lagS, double factor, double offset) implements Behaviour {}

  /** A value for each value of another signal, by its text. */
  record Mapping(String point, Map<String, PointValue> values, PointValue otherwise)
      implements Behaviour {
    public Mapping {
      values = Map.copyOf(values);
    }
  }

  /** The sum of several. */
  record Sum(List<Behaviour> parts) implements Behaviour {
    public Sum {
      parts = List.copyOf(parts);
    }
  }
}
