package dev.plantwright.plugins.simulation;

import dev.plantwright.api.SiteSession;
import dev.plantwright.api.SiteSession.ProcessState;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.EmptyState;
import dev.plantwright.plant.Plant;
import dev.plantwright.sites.Site;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;

/**
 * Why there is no simulator to be asked.
 *
 * @param actions what can be done about it
 */
record Absence(String title, String sentence, List<Action> actions) {
  /** A way out. */
  record Action(String title, Runnable run) {}

  /** Empty if there is a simulator. */
  static Optional<Absence> of(Workbench workbench) {
    SiteSession session = workbench.site();
    Optional<Site> site = session.doors().getValue().map(d -> d.site());
    if (site.flatMap(Site::simulator).isPresent()) {
      return Optional.empty();
    }
    Optional<Plant> plant = workbench.plant().getValue();
    if (plant.isEmpty()) {
      return absence(
          "No plant is open",
          "Simulated devices belong to a plant.",
          new Action("Open the sample plant", workbench::openSample));
    }
    if (plant.get().devices().isEmpty()) {
      return absence(
          "No simulated devices",
          "Describe one in simulation/NAME.json: its port, its points and how they move.");
    }
    if (site.filter(s -> s.kind() == Site.Kind.REMOTE).isPresent()) {
      return absence(
          "No simulated devices", "The devices of site " + site.get().name() + " are real.");
    }
    return Optional.of(process(session, plant.get()));
  }

  private static Absence process(SiteSession session, Plant plant) {
    ProcessState simulator = session.simulator().getValue();
    return switch (simulator.state()) {
      case STARTING -> new Absence("The simulator is starting", many(plant) + " soon.", List.of());
      case STOPPING ->
          new Absence("The simulator is stopping", "Its devices will not answer.", List.of());
      case RUNNING ->
          new Absence(
              "The site is not running",
              "The simulated devices run, but nobody reads them.",
              List.of(new Action("Start the site", session::start)));
      case OFF, STOPPED ->
          new Absence(
              "The simulator is stopped",
              simulator.cause().orElse(many(plant) + " while it runs."),
              List.of(new Action("Start the simulator", () -> session.simulate(true))));
    };
  }

  private static String many(Plant plant) {
    int count = plant.devices().size();
    return count == 1 ? "1 device answers" : count + " devices answer";
  }

  private static Optional<Absence> absence(String title, String sentence, Action... actions) {
    return Optional.of(new Absence(title, sentence, List.of(actions)));
  }

  EmptyState node(String icon) {
    List<Button> buttons = actions.stream().map(a -> Buttons.primary(a.title(), a.run())).toList();
    return new EmptyState(icon, title, sentence, buttons);
  }

  List<Button> compactButtons() {
    return actions.stream().map(a -> Buttons.compact(Buttons.of(a.title(), a.run()))).toList();
  }
}
