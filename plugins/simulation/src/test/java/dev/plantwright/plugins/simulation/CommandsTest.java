package dev.plantwright.plugins.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Focus;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.simulator.Point;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir Path folder;

  @Test
  void allDevicesAreReleasedAndFreedOfFaults() throws Exception {
    try (Running running = new Running(folder)) {
      running.client().hold("filler", "speed");
      running.client().hold("energy_meter", "power");
      running.client().fault("capper", "cap_jam", Json.object());
      running.client().fault("filler", "exception", Json.object().put("code", 2));
      run("simulation.release-all", running.bench());
      run("simulation.clear-faults", running.bench());
      Fx.await(
          "nothing held",
          () ->
              running.client().points("filler").stream().noneMatch(Point::held)
                  && running.client().points("energy_meter").stream().noneMatch(Point::held));
      Fx.await(
          "no faults",
          () -> running.client().devices().stream().allMatch(d -> d.faults().isEmpty()));
    }
  }

  @Test
  void withoutASimulatorTheySaySo() {
    try (TestWorkbench bench = new TestWorkbench()) {
      run("simulation.clear-faults", bench);
      assertThat(bench.asked()).contains("tell No simulator is running.");
    }
  }

  private static void run(String id, TestWorkbench bench) {
    var command =
        new SimulationPlugin()
            .commands().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    Fx.run(() -> command.action().accept(Focus.NOTHING, bench));
  }
}
