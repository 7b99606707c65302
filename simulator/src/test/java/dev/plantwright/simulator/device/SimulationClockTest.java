package dev.plantwright.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.simulator.ManualClock;
import org.junit.jupiter.api.Test;

class SimulationClockTest {
  @Test
  void timeFollowsSpeedAndStandsStillWhenPaused() {
    ManualClock wall = new ManualClock();
    SimulationClock clock = new SimulationClock(wall);

    wall.advance(2);
    assertThat(clock.millis()).isEqualTo(2000);
    clock.set(10, false);
    wall.advance(2);
    assertThat(clock.millis()).isEqualTo(22_000);
    clock.set(10, true);
    wall.advance(60);
    assertThat(clock.millis()).isEqualTo(22_000);
    clock.set(0.5, false);
    wall.advance(2);
    assertThat(clock.millis()).isEqualTo(23_000);
  }
}
