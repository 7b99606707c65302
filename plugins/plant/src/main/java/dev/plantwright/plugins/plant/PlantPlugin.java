package dev.plantwright.plugins.plant;

import dev.plantwright.api.Command;
import dev.plantwright.api.PartPlace;
import dev.plantwright.api.PartType;
import dev.plantwright.api.WorkbenchPlugin;
import dev.plantwright.plugins.plant.deploy.DeployPart;
import dev.plantwright.plugins.plant.explorer.ExplorerPart;
import dev.plantwright.plugins.plant.sites.SitesPart;
import java.util.List;
import org.pf4j.Plugin;

/** The plant and where it runs: explorer, sites, deploy. */
public final class PlantPlugin extends Plugin implements WorkbenchPlugin {
  private static final String DEPLOY = "mdi2r-rocket-launch-outline";

  @Override
  public List<PartType> parts() {
    return List.of(
        PartType.view("plant", "Plant", "mdi2f-file-tree", PartPlace.LEFT, ExplorerPart::new),
        PartType.view(
            "sites", "Sites", "mdi2s-server-network", PartPlace.LEFT_BELOW, SitesPart::new),
        PartType.view("deploy", "Deploy", DEPLOY, PartPlace.CENTER, DeployPart::new));
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("site.start", "Start Site", (focus, w) -> w.site().start())
            .icon("mdi2p-play")
            .menu("Site"),
        Command.of("site.stop", "Stop Site", (focus, w) -> w.site().stop())
            .icon("mdi2s-stop")
            .menu("Site"),
        Command.of("site.restart", "Restart Site", (focus, w) -> w.site().restart())
            .icon("mdi2r-restart")
            .menu("Site"),
        Command.of("simulator.start", "Start Simulator", (focus, w) -> w.site().simulate(true))
            .icon("mdi2r-robot-industrial")
            .menu("Site"),
        Command.of("simulator.stop", "Stop Simulator", (focus, w) -> w.site().simulate(false))
            .menu("Site"),
        Command.of("site.deploy", "Deploy Changes", (focus, w) -> w.show("deploy"))
            .icon(DEPLOY)
            .keys("Ctrl+F11")
            .menu("Site"),
        Command.of("site.compare", "Compare Files and Site", (focus, w) -> w.site().compare())
            .icon("mdi2f-file-compare")
            .menu("Site"));
  }
}
