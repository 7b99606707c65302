package dev.plantwright.sites.launch;

import dev.plantwright.sites.Listeners;
import dev.plantwright.sites.Registration;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.SiteReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local engine and the simulator of one plant as child processes: starts, watches, restarts and
 * stops them. A child that goes away by itself is started again after 10 s. Safe for several
 * threads; no call but {@link #close} waits.
 */
public final class LocalSite implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSite.class);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Options options;
  private final Map<Child, Supervisor> supervisors = new EnumMap<>(Child.class);
  private final Listeners<Change> listeners = new Listeners<>();

  /** The two children. */
  public enum Child {
    ENGINE("engine"),
    SIMULATOR("simulator");

    private final String word;

    Child(String word) {
      this.word = word;
    }

    /** As it is written in texts and file names. */
    public String word() {
      return word;
    }
  }

  /** A child is in a new state. */
  public record Change(Child child, ChildState state) {}

  /**
   * What to run.
   *
   * @param plant folder of the plant; the engine's own state lies below its {@code .plantwright}
   * @param logs folder for what the children write on standard error, {@code engine.err} and {@code
   *     simulator.err}
   * @param defaultPorts false: any free ports, for several local sites at once
   */
  public record Options(JavaCommand java, Path plant, Path logs, boolean defaultPorts) {
    /** The log a child writes; what it could not say there is on its standard error. */
    public Path log(Child child) {
      return switch (child) {
        case ENGINE -> engineDir().resolve("logs").resolve("engine.log");
        case SIMULATOR -> plant.resolve(".plantwright").resolve("logs").resolve("simulator.log");
      };
    }

    /** The folder the engine keeps its state in. */
    public Path engineDir() {
      return plant.resolve(".plantwright").resolve("engine");
    }
  }

  public LocalSite(Options options, InstantSource clock) {
    this.options = options;
    Supervisor.Ports engine = new EnginePorts(options.engineDir(), options.defaultPorts());
    Supervisor.Ports simulator = new SimulatorPorts(options.plant(), options.defaultPorts());
    supervisors.put(Child.ENGINE, supervisor(Child.ENGINE, engine, clock));
    supervisors.put(Child.SIMULATOR, supervisor(Child.SIMULATOR, simulator, clock));
  }

  private Supervisor supervisor(Child child, Supervisor.Ports ports, InstantSource clock) {
    Listeners<ChildState> states = new Listeners<>();
    states.add(state -> listeners.tell(new Change(child, state)));
    Path errors = options.logs().resolve(child.word() + ".err");
    return new Supervisor(child.word(), options.java(), errors, ports, PAUSE, clock, states);
  }

  /** Starts a child that does not run; at once, also when it waits for its automatic restart. */
  public void start(Child child) {
    supervisors.get(child).start();
  }

  /** Stops a child; it stays stopped. */
  public void stop(Child child) {
    supervisors.get(child).stop();
  }

  /** Stops a child if it runs and starts it. */
  public void restart(Child child) {
    supervisors.get(child).restart();
  }

  /** How a child is doing at this moment. */
  public ChildState state(Child child) {
    return supervisors.get(child).state();
  }

  /** Adds a listener of changes; it is called on the threads of the supervisors, one per child. */
  public Registration onChange(Consumer<Change> listener) {
    return listeners.add(listener);
  }

  /**
   * The site as it runs now; empty while the engine does not. Its simulator is empty while that
   * does not run.
   */
  public Optional<Site> site() {
    if (!(state(Child.ENGINE) instanceof ChildState.Running engine)) {
      return Optional.empty();
    }
    try {
      Site site = SiteReader.ofEngine("local", engine.ready(), options.engineDir());
      return Optional.of(control().map(site::withSimulator).orElse(site));
    } catch (IOException e) {
      LOG.error("The engine runs, but what it wrote about itself is unusable", e);
      return Optional.empty();
    }
  }

  private Optional<URI> control() {
    return state(Child.SIMULATOR) instanceof ChildState.Running simulator
        ? Optional.of(URI.create("http://127.0.0.1:" + simulator.ready().path("control").asInt(0)))
        : Optional.empty();
  }

  /** Stops both children and returns when they are gone, after 10 s at the latest. */
  @Override
  public void close() {
    List<Thread> closing =
        supervisors.values().stream()
            .map(supervisor -> Thread.ofVirtual().start(supervisor::close))
            .toList();
    for (Thread thread : closing) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
