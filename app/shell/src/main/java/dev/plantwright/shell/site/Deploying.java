package dev.plantwright.shell.site;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.Jobs;
import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.DeployPlan;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.deploy.SiteVariables;
import dev.plantwright.sites.doors.Doors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What differs between plant and site, compared anew after either changed, one comparison at a
 * time. A plant that was never deployed to its local site is deployed once by itself, so that a new
 * plant runs without a click. FX thread.
 */
final class Deploying {
  private final LocalSession.Needs needs;
  private final SiteChildren options;
  private final Supplier<Optional<Doors>> doors;
  private final ReadOnlyObjectWrapper<Deployment> deployment =
      new ReadOnlyObjectWrapper<>(Deployment.UNKNOWN);
  private Optional<Path> plant = Optional.empty();
  private boolean comparing;
  private boolean again;
  private boolean first;
  private boolean simulated;

  /** A comparison. */
  private record Compared(List<Change> changes, Optional<Instant> deployedAt) {}

  Deploying(LocalSession.Needs needs, SiteChildren options, Supplier<Optional<Doors>> doors) {
    this.needs = needs;
    this.options = options;
    this.doors = doors;
  }

  ReadOnlyObjectProperty<Deployment> deployment() {
    return deployment.getReadOnlyProperty();
  }

  void opened(Path folder) {
    plant = Optional.of(folder);
    first = true;
    deployment.set(Deployment.UNKNOWN);
  }

  /** Other ports, or a process came up; {@code simulated}: the devices run. */
  void siteChanged(boolean withDevices) {
    simulated = withDevices;
    compare();
  }

  void plantChanged() {
    compare();
  }

  void compare() {
    Optional<PlantRead> read = needs.plant().get();
    Optional<Doors> open = doors.get();
    if (read.isEmpty() || open.isEmpty()) {
      return;
    }
    if (comparing) {
      again = true;
      return;
    }
    comparing = true;
    needs
        .jobs()
        .quietly("Compare plant and site", progress -> compared(plan(read.get(), open.get())))
        .then(this::show)
        .failed(this::failed);
  }

  private DeployPlan plan(PlantRead read, Doors open) {
    SiteVariables values = SiteVariables.of(open.site(), read.plant().folder(), options.secrets());
    return DeployPlan.between(read, open, values);
  }

  private Compared compared(DeployPlan plan) throws IOException {
    List<Change> changes =
        plan.changes().stream().filter(c -> c.kind() != Change.Kind.SAME).toList();
    return new Compared(changes, deployedAt());
  }

  /** When this plant was last deployed to its local site. */
  private Optional<Instant> deployedAt() throws IOException {
    Path memory = plant.orElseThrow().resolve(".plantwright").resolve("deployed-local.json");
    return Files.exists(memory)
        ? Optional.of(Files.getLastModifiedTime(memory).toInstant())
        : Optional.empty();
  }

  private void show(Compared compared) {
    Optional<Instant> now = Optional.of(needs.clock().instant());
    deployment.set(
        new Deployment(compared.changes(), now, compared.deployedAt(), Optional.empty()));
    if (first && simulated) {
      first = false;
      boolean fresh =
          compared.deployedAt().isEmpty() && compared.changes().stream().anyMatch(Change::isWork);
      if (fresh) {
        deploy(false);
      }
    }
    next();
  }

  private void failed(Throwable e) {
    Deployment former = deployment.get();
    deployment.set(
        new Deployment(
            former.changes(),
            former.comparedAt(),
            former.deployedAt(),
            Optional.of(Optional.ofNullable(e.getMessage()).orElse(e.toString()))));
    next();
  }

  private void next() {
    comparing = false;
    if (again) {
      again = false;
      compare();
    }
  }

  Jobs.Job<Outcome> deploy(boolean partial) {
    Optional<PlantRead> read = needs.plant().get();
    Optional<Doors> open = doors.get();
    Jobs.Job<Outcome> job =
        needs
            .jobs()
            .start(
                "Deploy",
                progress ->
                    run(
                        read.orElseThrow(
                            () -> new IllegalStateException("No plant is open. Open one first.")),
                        open.orElseThrow(
                            () ->
                                new IllegalStateException(
                                    "The local engine is not running. Start it first.")),
                        partial,
                        progress));
    job.state()
        .addListener(
            (o, before, state) -> {
              if (state == Jobs.State.FAILED || state == Jobs.State.CANCELLED) {
                compare();
              }
            });
    return job.then(done -> compare());
  }

  /** Applies and reads back. */
  private Outcome run(PlantRead read, Doors open, boolean partial, Jobs.Progress progress) {
    DeployPlan plan = plan(read, open);
    if (plan.hasRefusals() && !partial) {
      throw new IllegalStateException(
          "Nothing was deployed: parts of the plant have errors. Mend them, or deploy the rest.");
    }
    long work = plan.changes().stream().filter(Change::isWork).count();
    int[] done = new int[1];
    Outcome outcome =
        plan.apply(
            change -> {
              done[0]++;
              progress.say(change.name());
              progress.done((double) done[0] / work);
            });
    if (outcome.stopped().isPresent()) {
      throw new IllegalStateException(outcome.stopped().get());
    }
    progress.say("reading back");
    List<Change> left = plan.verify();
    if (!left.isEmpty()) {
      throw new IllegalStateException(
          "%d changes did not arrive, the first is %s. Deploy again, or look at the log of the engine."
              .formatted(left.size(), left.getFirst().name()));
    }
    return outcome;
  }
}
