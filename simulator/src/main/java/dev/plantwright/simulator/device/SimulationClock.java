package dev.plantwright.simulator.device;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Simulated time: starts at 0, runs at a speed, stands still when paused, never runs back by a
 * change of either. May be read by any thread.
 */
public final class SimulationClock {
  public static final double SLOWEST = 0.01;
  public static final double FASTEST = 1000;

  private final InstantSource wall;
  private final AtomicReference<Pace> pace;

  private record Pace(long wallMillis, double simulatedMillis, double speed, boolean paused) {
    double at(long wall) {
      return paused ? simulatedMillis : simulatedMillis + (wall - wallMillis) * speed;
    }
  }

  public SimulationClock(InstantSource wall) {
    this.wall = wall;
    this.pace = new AtomicReference<>(new Pace(wall.millis(), 0, 1, false));
  }

  /** Simulated milliseconds since the start. */
  public long millis() {
    return (long) pace.get().at(wall.millis());
  }

  /** Milliseconds since 1970 of the clock on the wall. */
  public long wallMillis() {
    return wall.millis();
  }

  /**
   * @param speed simulated seconds a second, {@link #SLOWEST} to {@link #FASTEST}
   */
  public void set(double speed, boolean paused) {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException("speed " + speed);
    }
    pace.updateAndGet(
        old -> {
          long now = wall.millis();
          return new Pace(now, old.at(now), speed, paused);
        });
  }

  public double speed() {
    return pace.get().speed();
  }

  public boolean isPaused() {
    return pace.get().paused();
  }
}
