package dev.plantwright.simulator.model;

import dev.plantwright.plant.simulation.Behaviour;
import dev.plantwright.plant.simulation.PointValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes a generator of a behaviour. */
final class Generators {
  private final RandomGenerator random;
  private final Function<String, Supplier<PointValue>> others;

  /**
   * @param random of the signal alone, so that signals do not disturb each other
   * @param others the current value of another signal, by its name
   */
  Generators(RandomGenerator random, Function<String, Supplier<PointValue>> others) {
    this.random = random;
    this.others = others;
  }

  Generator of(Behaviour behaviour) {
    return switch (behaviour) {
      case Behaviour.Constant constant -> new Stored(constant.value());
      case Behaviour.Ramp ramp -> (t, dt) -> PointValue.of(ramp(ramp, t));
      case Behaviour.Sine sine -> (t, dt) -> PointValue.of(sine(sine, t));
      case Behaviour.RandomWalk walk -> new Walk(walk, random);
      case Behaviour.Counter counter -> counter(counter);
      case Behaviour.Steps steps -> new Sequence(steps.steps(), random);
      case Behaviour.Follow follow -> new Follower(follow, others.apply(follow.point()));
      case Behaviour.Mapping mapping -> mapping(mapping);
      case Behaviour.Sum sum -> sum(sum.parts().stream().map(this::of).toList());
    };
  }

  private static double ramp(Behaviour.Ramp ramp, double t) {
    double turns = t / ramp.periodS();
    double part =
        switch (ramp.shape()) {
          case SAWTOOTH -> turns - Math.floor(turns);
          case TRIANGLE -> 1 - Math.abs(1 - (turns - 2 * Math.floor(turns / 2)));
          case ONCE -> Math.min(turns, 1);
        };
    return ramp.from() + (ramp.to() - ramp.from()) * part;
  }

  private static double sine(Behaviour.Sine sine, double t) {
    double turns = (t + sine.phaseS()) / sine.periodS();
    return sine.mean() + sine.swing() * Math.sin(2 * Math.PI * turns);
  }

  private Generator counter(Behaviour.Counter counter) {
    Supplier<PointValue> rate =
        counter.of().map(others).orElseGet(() -> () -> PointValue.of(counter.perS()));
    return new Count(counter.start(), rate, counter.factor());
  }

  private Generator mapping(Behaviour.Mapping mapping) {
    Supplier<PointValue> other = others.apply(mapping.point());
    return (t, dt) -> mapping.values().getOrDefault(other.get().text(), mapping.otherwise());
  }

  private static Generator sum(List<Generator> parts) {
    return (t, dt) -> {
      double sum = 0;
      for (Generator part : parts) {
        sum += part.at(t, dt).number();
      }
      return PointValue.of(sum);
    };
  }

  /** Keeps what was written last. */
  private static final class Stored implements Generator {
    private PointValue value;

    Stored(PointValue value) {
      this.value = value;
    }

    @Override
    public PointValue at(double t, double dt) {
      return value;
    }

    @Override
    public void write(PointValue written) {
      value = written;
    }
  }

  private static final class Walk implements Generator {
    private final Behaviour.RandomWalk walk;
    private final RandomGenerator random;
    private double value;
    private double next;

    Walk(Behaviour.RandomWalk walk, RandomGenerator random) {
      this.walk = walk;
      this.random = random;
      this.value = walk.start();
      this.next = walk.everyS();
    }

    @Override
    public PointValue at(double t, double dt) {
      // Half a millisecond of grace, because steps of a tenth are not exact in binary.
      while (next <= t + 0.0005) {
        next += walk.everyS();
        double moved = value + walk.step() * (2 * random.nextDouble() - 1);
        double reflected =
            moved > walk.high() ? 2 * walk.high() - moved : Math.max(moved, 2 * walk.low() - moved);
        value = Math.clamp(reflected, walk.low(), walk.high());
      }
      return PointValue.of(value);
    }

    @Override
    public void write(PointValue written) {
      value = Math.clamp(written.number(), walk.low(), walk.high());
    }
  }

  private static final class Count implements Generator {
    private final Supplier<PointValue> rate;
    private final double factor;
    private double value;

    Count(double start, Supplier<PointValue> rate, double factor) {
      this.value = start;
      this.rate = rate;
      this.factor = factor;
    }

    @Override
    public PointValue at(double t, double dt) {
      value += rate.get().number() * factor * dt;
      return PointValue.of(value);
    }

    @Override
    public void write(PointValue written) {
      value = written.number();
    }
  }

  private static final class Sequence implements Generator {
    private final List<Behaviour.Step> steps;
    private final RandomGenerator random;
    private int at;
    private double until;

    Sequence(List<Behaviour.Step> steps, RandomGenerator random) {
      this.steps = steps;
      this.random = random;
      this.until = duration();
    }

    @Override
    public PointValue at(double t, double dt) {
      while (until <= t + 0.0005) {
        at = (at + 1) % steps.size();
        until += duration();
      }
      return steps.get(at).value();
    }

    private double duration() {
      double least = steps.get(at).duration().least();
      double most = steps.get(at).duration().most();
      return least == most ? least : random.nextDouble(least, most);
    }
  }

  private static final class Follower implements Generator {
    private final Behaviour.Follow follow;
    private final Supplier<PointValue> other;
    private double value = Double.NaN;

    Follower(Behaviour.Follow follow, Supplier<PointValue> other) {
      this.follow = follow;
      this.other = other;
    }

    @Override
    public PointValue at(double t, double dt) {
      PointValue target = other.get();
      if (target instanceof PointValue.Text) {
        return target;
      }
      double wanted = target.number() * follow.factor() + follow.offset();
      double near = follow.lagS() == 0 ? 1 : 1 - Math.exp(-dt / follow.lagS());
      value = Double.isNaN(value) ? wanted : value + (wanted - value) * near;
      return PointValue.of(value);
    }

    @Override
    public void write(PointValue written) {
      value = written.number();
    }
  }
}
