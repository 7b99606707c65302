package dev.plantwright.launcher;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plant.variables.Secrets;
import dev.plantwright.plant.variables.Variables;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.SiteReader;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.DeployPlan;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.deploy.SiteVariables;
import dev.plantwright.sites.doors.Doors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a site match a plant; prints one line a change. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description =
        "Makes a site match a plant: added|changed|removed|same|refused DOOR NAME reason.")
final class DeployCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PLANT", description = "Folder of the plant.")
  private Path plant;

  @Option(
      names = "--site",
      required = true,
      paramLabel = "FILE",
      description = "A site file of the plant, or the site.json of an engine.")
  private Path siteFile;

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(names = "--partial", description = "Deploy the rest when some of it cannot be.")
  private boolean partial;

  @Option(names = "--user-dir", paramLabel = "DIR", description = "Where the secrets are kept.")
  private Path userDir;

  DeployCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path folder = CheckCommand.folder(plant);
    UserDir user = UserDir.of(userDir);
    Logging.to(user.logs(), "deploy");
    PlantRead read = PlantReader.read(folder);
    Secrets secrets = user.secrets();
    Site site = site(secrets);
    try (Doors doors = new Doors(site)) {
      return deploy(DeployPlan.between(read, doors, SiteVariables.of(site, folder, secrets)));
    } catch (DoorException e) {
      if (e.unreachable()) {
        throw new CouldNotRun(e.getMessage(), e);
      }
      throw e;
    }
  }

  private Site site(Secrets secrets) {
    try {
      return SiteReader.read(siteFile, text -> Variables.resolve(text, secrets).value());
    } catch (IOException e) {
      throw new CouldNotRun(e.getMessage(), e);
    }
  }

  private int deploy(DeployPlan plan) {
    plan.changes().forEach(terminal.out()::println);
    plan.foreign().forEach(thing -> terminal.out().println("left " + thing.door() + " " + thing));
    if (plan.hasRefusals() && !partial) {
      terminal
          .err()
          .println(
              "plantwright: Nothing was deployed: some of it cannot be; mend it, or deploy the rest"
                  + " with --partial.");
      return 1;
    }
    return dryRun ? 0 : apply(plan);
  }

  private int apply(DeployPlan plan) {
    Outcome outcome = plan.apply(change -> {});
    if (outcome.stopped().isPresent()) {
      terminal.err().println("plantwright: " + outcome.stopped().get());
      return 1;
    }
    List<Change> left = plan.verify();
    if (!left.isEmpty()) {
      terminal
          .err()
          .println("plantwright: Deployed, but read back it is not the same: " + left.getFirst());
      return 1;
    }
    return 0;
  }
}
