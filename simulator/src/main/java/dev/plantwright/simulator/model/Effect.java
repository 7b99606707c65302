package dev.plantwright.simulator.model;

import dev.plantwright.plant.simulation.FaultEffect;
import dev.plantwright.plant.simulation.PointValue;

/** What one fault does to one signal, from its beginning until it has faded. */
final class Effect {
  private final String fault;
  private final FaultEffect effect;
  private final PointValue atStart;
  private double strength;
  private boolean ending;

  Effect(String fault, FaultEffect effect, PointValue atStart) {
    this.fault = fault;
    this.effect = effect;
    this.atStart = atStart;
  }

  boolean isOf(String name) {
    return fault.equals(name);
  }

  void begin() {
    ending = false;
  }

  void end() {
    ending = true;
  }

  PointValue apply(PointValue value, double dt) {
    return switch (effect) {
      case FaultEffect.Offset offset -> {
        double change = offset.withinS() == 0 ? 1 : dt / offset.withinS();
        strength = Math.clamp(strength + (ending ? -change : change), 0, 1);
        yield PointValue.of(value.number() + offset.add() * strength);
      }
      case FaultEffect.Fixed(PointValue fixed) -> ending ? value : fixed;
      case FaultEffect.Frozen _ -> ending ? value : atStart;
    };
  }

  /** Whether it does nothing any more. */
  boolean isOver() {
    return ending && (!(effect instanceof FaultEffect.Offset) || strength == 0);
  }
}
