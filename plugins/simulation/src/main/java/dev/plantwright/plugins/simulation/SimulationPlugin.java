package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Command;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.WorkbenchPlugin;
import java.util.List;
import java.util.Map;
import org.pf4j.Plugin;

/** Simulated devices: their values, set by hand, and their faults. */
public final class SimulationPlugin extends Plugin implements WorkbenchPlugin {
  static final String ICON = "mdi2r-robot-industrial";
  static final String RELEASE_ALL = "simulation.release-all";
  static final String CLEAR_FAULTS = "simulation.clear-faults";
  private static final String FAULTS = "mdi2f-flash-alert-outline";

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.view("simulation", "Simulation", ICON, PartPlace.CENTER, SimulationPart::new),
        PartType.view("faults", "Fault board", FAULTS, PartPlace.RIGHT, FaultsPart::new));
  }

  @Override
  public List<Perspective> perspectives() {
    return List.of(
        new Perspective(
            "simulation",
            "Simulation",
            ICON,
            50,
            Map.of(
                PartPlace.LEFT, List.of("plant"),
                PartPlace.LEFT_BELOW, List.of("sites"),
                PartPlace.CENTER, List.of("simulation"),
                PartPlace.RIGHT, List.of("faults"),
                PartPlace.BOTTOM, List.of("problems", "progress", "log"))));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of(
                RELEASE_ALL, "Release All Held Points", (focus, w) -> new AllDevices(w).release())
            .icon("mdi2h-hand-back-right-off-outline")
            .menu("Site"),
        Command.of(
                CLEAR_FAULTS,
                "Clear All Faults of Simulated Devices",
                (focus, w) -> new AllDevices(w).clear())
            .icon("mdi2c-cancel")
            .menu("Site"));
  }
}
