package dev.plantwright.simulator.model;

import dev.plantwright.plant.simulation.Behaviour;
import dev.plantwright.plant.simulation.FaultEffect;
import dev.plantwright.plant.simulation.Gate;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A signal and what it is now. What somebody holds counts most, then faults, then behaviour. */
final class SignalState {
  private final Signal signal;
  private final Map<String, SignalState> others;
  private final Generator generator;
  private final RandomGenerator noise;
  private final boolean counts;
  private final List<Effect> effects = new ArrayList<>(1);
  private PointValue value = PointValue.of(0);
  private PointValue held;

  SignalState(Signal signal, long seed, Map<String, SignalState> others) {
    this.signal = signal;
    this.others = others;
    long own = seed * 1_000_003 + signal.name().hashCode();
    this.noise = new SplittableRandom(~own);
    this.generator =
        new Generators(new SplittableRandom(own), name -> () -> others.get(name).value)
            .of(signal.behaviour());
    this.counts = signal.behaviour() instanceof Behaviour.Counter;
  }

  Signal signal() {
    return signal;
  }

  PointValue value() {
    return value;
  }

  boolean isHeld() {
    return held != null;
  }

  /** Whether it rolls over at the end of its register instead of stopping there. */
  boolean counts() {
    return counts;
  }

  void step(double t, double dt) {
    PointValue next = noisy(gated(generator.at(t, dt)));
    for (Effect effect : effects) {
      next = effect.apply(next, dt);
    }
    effects.removeIf(Effect::isOver);
    value = held != null ? held : next;
  }

  private PointValue gated(PointValue next) {
    if (signal.gate().isEmpty() || passes(signal.gate().get())) {
      return next;
    }
    return signal.gate().get().otherwise();
  }

  private boolean passes(Gate gate) {
    return gate.values().contains(others.get(gate.point()).value.text());
  }

  private PointValue noisy(PointValue next) {
    if (signal.noise() == 0 || next instanceof PointValue.Text) {
      return next;
    }
    double added = signal.noise() * noise.nextGaussian(); // drawn always, for the same sequence
    boolean open = signal.gate().isEmpty() || passes(signal.gate().get());
    return open ? PointValue.of(next.number() + added) : next;
  }

  void write(PointValue written) {
    generator.write(written);
    if (held == null) {
      value = written;
    }
  }

  void hold(PointValue wanted) {
    held = wanted;
    value = wanted;
  }

  void release() {
    held = null;
  }

  void begin(String fault, FaultEffect effect) {
    var running = effects.stream().filter(active -> active.isOf(fault)).findFirst();
    running.ifPresentOrElse(Effect::begin, () -> effects.add(new Effect(fault, effect, value)));
  }

  void end(String fault) {
    effects.stream().filter(active -> active.isOf(fault)).forEach(Effect::end);
  }
}
