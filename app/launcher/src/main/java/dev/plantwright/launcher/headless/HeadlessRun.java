package dev.plantwright.launcher.headless;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.DeployPlan;
import dev.plantwright.sites.deploy.Outcome;
import dev.plantwright.sites.deploy.SiteVariables;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.launch.ChildState;
import dev.plantwright.sites.launch.JavaCommand;
import dev.plantwright.sites.launch.LocalSite;
import dev.plantwright.sites.launch.LocalSite.Child;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plant on its local site without a window: starts engine and simulator, deploys, shows live
 * values and alarms as text, ends with a summary.
 */
public final class HeadlessRun {
  private static final Logger LOG = LoggerFactory.getLogger(HeadlessRun.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MOST_EVENTS = 1024;

  private final Options options;
  private final VariableValues secrets;
  private final PrintStream err;
  private final InstantSource clock;
  private final Screen screen;
  private final BlockingQueue<HeadlessEvent> events = new ArrayBlockingQueue<>(MOST_EVENTS);

  /**
   * What to run and how long.
   *
   * @param logs where the children's standard error goes
   * @param span how long to go on after the first live value
   * @param alarmExpected true: a run without an alarm has failed
   * @param inPlace true on a terminal: the table is drawn over the former one
   */
  public record Options(
      Path plant,
      Path logs,
      JavaCommand java,
      boolean defaultPorts,
      Duration span,
      boolean alarmExpected,
      boolean inPlace) {}

  public HeadlessRun(
      Options options,
      VariableValues secrets,
      PrintStream out,
      PrintStream err,
      InstantSource clock) {
    this.options = options;
    this.secrets = secrets;
    this.err = err;
    this.clock = clock;
    this.screen = new Screen(out, options.inPlace());
  }

  /**
   * Runs to the end; blocks.
   *
   * @return the exit code: 0; 1 when no live value came in a minute, no alarm where one was
   *     expected, or the deployment stopped; 2 when engine or simulator cannot run
   */
  public int run() throws InterruptedException {
    Instant deadline = clock.instant().plus(PATIENCE);
    PlantRead read = PlantReader.read(options.plant());
    read.problems().forEach(problem -> screen.say(problem.toString()));
    LocalSite.Options local =
        new LocalSite.Options(
            options.java(), options.plant(), options.logs(), options.defaultPorts());
    try (LocalSite site = new LocalSite(local, clock);
        OnSignal ending = new OnSignal(site::close)) {
      LOG.debug("Signals end the run by {}", ending);
      site.onChange(change -> events.offer(new HeadlessEvent.Moved(change)));
      site.start(Child.ENGINE);
      site.start(Child.SIMULATOR);
      Optional<Failure> failure = awaitChildren(site, deadline);
      return failure.isPresent() ? failed(failure.get()) : go(site, read, deadline);
    }
  }

  private record Failure(int code, String sentence) {}

  private int failed(Failure failure) {
    err.println("plantwright: " + failure.sentence());
    return failure.code();
  }

  private Optional<Failure> awaitChildren(LocalSite site, Instant deadline)
      throws InterruptedException {
    while (site.site().flatMap(Site::simulator).isEmpty() || !events.isEmpty()) {
      long left = Duration.between(clock.instant(), deadline).toMillis();
      HeadlessEvent event = events.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
      if (event == null) {
        return Optional.of(new Failure(1, "Engine and simulator were not ready within 60 s."));
      }
      if (event instanceof HeadlessEvent.Moved(LocalSite.Change change)) {
        ChildLines.of(change).forEach(screen::say);
        Optional<Failure> hopeless = hopeless(change);
        if (hopeless.isPresent()) {
          return hopeless;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Failure> hopeless(LocalSite.Change change) {
    return change.state() instanceof ChildState.Failed failed && failed.restart().isEmpty()
        ? Optional.of(
            new Failure(
                2, "The " + change.child().word() + " cannot run: " + failed.exit().reason()))
        : Optional.empty();
  }

  private int go(LocalSite local, PlantRead read, Instant deadline) throws InterruptedException {
    Site site = local.site().orElseThrow();
    try (Doors doors = new Doors(site)) {
      Optional<Failure> failure = deploy(read, doors);
      if (failure.isPresent()) {
        return failed(failure.get());
      }
    } catch (DoorException e) {
      return failed(new Failure(1, e.getMessage()));
    }
    try (LiveWatch watch = new LiveWatch(site, read.plant(), events, screen, clock)) {
      return watch
          .watch(options.span(), deadline, options.alarmExpected())
          .map(sentence -> failed(new Failure(1, sentence)))
          .orElse(0);
    }
  }

  private Optional<Failure> deploy(PlantRead read, Doors doors) {
    DeployPlan plan =
        DeployPlan.between(read, doors, SiteVariables.of(doors.site(), options.plant(), secrets));
    plan.changes().stream()
        .filter(change -> change.kind() == Change.Kind.REFUSED)
        .forEach(change -> screen.say(change.toString()));
    Outcome outcome = plan.apply(change -> LOG.info("{}", change));
    if (outcome.stopped().isPresent()) {
      return Optional.of(new Failure(1, outcome.stopped().get()));
    }
    long same = plan.changes().stream().filter(c -> c.kind() == Change.Kind.SAME).count();
    screen.say(
        "deployed: %d made or changed, %d were so already".formatted(outcome.done().size(), same));
    return Optional.empty();
  }
}
