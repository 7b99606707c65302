package dev.plantwright.simulator;

import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.plant.simulation.SimulationRead;
import dev.plantwright.simulator.control.ControlDoor;
import dev.plantwright.simulator.device.Device;
import dev.plantwright.simulator.device.SimulationClock;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All simulated devices of a plant and their control door, running until closed. */
public final class Simulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);
  private static final String HOST = "127.0.0.1";
  private static final int MOST_LOOPS = 4;

  private final EventLoopGroup loops;
  private final ControlDoor door;
  private final List<Device> devices = new ArrayList<>();

  private Simulator(
      List<SimulatedDevice> definitions, InstantSource wall, boolean anyPorts, int controlPort) {
    SimulationClock clock = new SimulationClock(wall);
    int threads = Math.clamp(definitions.size(), 1, MOST_LOOPS);
    this.loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("device", true), NioIoHandler.newFactory());
    this.door = new ControlDoor(clock, devices, HOST, controlPort);
    for (SimulatedDevice definition : definitions) {
      int port = anyPorts ? 0 : definition.port();
      devices.add(new Device(definition, clock, loops.next(), HOST, port, door.happenings()));
    }
  }

  /**
   * Runs the simulator until its standard input ends (if that is wanted) or the process is told to
   * end. Prints one line, {@code ready {...}}, to {@code out} when all devices answer. What is
   * wrong goes to standard error in one sentence.
   *
   * @return the exit code of the process: 0 done, 2 could not run
   */
  public static int run(SimulatorOptions options, boolean exitWithParent, PrintStream out) {
    return run(options, exitWithParent, System.in, out, System.err);
  }

  /** As {@link #run(SimulatorOptions, boolean, PrintStream)}, with all streams given. */
  public static int run(
      SimulatorOptions options,
      boolean exitWithParent,
      InputStream in,
      PrintStream out,
      PrintStream err) {
    try (Ending ending = new Ending()) {
      if (exitWithParent) {
        ending.when(in);
      }
      runUntil(ending, options, out);
      return 0;
    } catch (CannotStart e) {
      err.println(e.getMessage());
      LOG.error("The simulator cannot run: {}", e.getMessage(), e.getCause());
      return 2;
    }
  }

  private static void runUntil(Ending ending, SimulatorOptions options, PrintStream out)
      throws CannotStart {
    try (Simulator simulator = start(options, InstantSource.system())) {
      out.println("ready " + simulator.ready().json());
      out.flush();
      ending.await();
    }
  }

  /**
   * Starts all devices of a plant and writes where they listen to {@code
   * .plantwright/devices.json}.
   *
   * @param wall the clock that simulated time follows
   * @throws CannotStart if a file is broken or a port is taken; then nothing is left running
   */
  public static Simulator start(SimulatorOptions options, InstantSource wall) throws CannotStart {
    List<SimulatedDevice> definitions = read(options.plant());
    Simulator simulator =
        new Simulator(definitions, wall, options.anyPorts(), options.controlPort());
    try {
      simulator.open(options);
      simulator.note(options.plant());
      return simulator;
    } catch (CannotStart | RuntimeException e) {
      simulator.close();
      throw e;
    }
  }

  private static List<SimulatedDevice> read(Path plant) throws CannotStart {
    if (!Files.isDirectory(plant)) {
      throw new CannotStart("There is no plant folder " + plant + ".");
    }
    SimulationRead read = Simulation.read(plant);
    List<String> errors = new ArrayList<>();
    for (Problem problem : read.problems()) {
      if (problem.severity() == Severity.ERROR) {
        errors.add(problem.toString());
      } else {
        LOG.warn("{}", problem);
      }
    }
    if (!errors.isEmpty()) {
      throw new CannotStart(String.join(System.lineSeparator(), errors));
    }
    if (read.devices().isEmpty()) {
      throw new CannotStart(
          "%s has no simulated devices. Describe one in %s/NAME.json."
              .formatted(plant, Simulation.FOLDER));
    }
    return read.devices();
  }

  private void open(SimulatorOptions options) throws CannotStart {
    for (Device device : devices) {
      int port = options.anyPorts() ? 0 : device.definition().port();
      open(device.open(), "the device " + device.name(), port, "its file or --ports any");
    }
    open(door.open(), "the control door", options.controlPort(), "--control-port");
  }

  private static void open(CompletionStage<Void> opening, String what, int port, String remedy)
      throws CannotStart {
    try {
      opening.toCompletableFuture().join();
    } catch (CompletionException e) {
      String message =
          e.getCause() instanceof BindException
              ? "Port %d of %s is taken. Choose another one with %s.".formatted(port, what, remedy)
              : "Port %d of %s cannot be opened: %s"
                  .formatted(port, what, e.getCause().getMessage());
      throw new CannotStart(message, e.getCause());
    }
  }

  private void note(Path plant) throws CannotStart {
    try {
      Path folder = Files.createDirectories(plant.resolve(".plantwright"));
      Path next = folder.resolve("devices.json.next");
      Files.writeString(next, ready().json() + "\n", StandardCharsets.UTF_8);
      Files.move(next, folder.resolve("devices.json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotStart("Cannot write .plantwright/devices.json of " + plant + ": " + e, e);
    }
  }

  /** Where everything listens. */
  public Ready ready() {
    SequencedMap<String, Integer> ports =
        devices.stream()
            .collect(Collectors.toMap(Device::name, Device::port, (a, b) -> a, LinkedHashMap::new));
    return new Ready(door.port(), ports);
  }

  /** Ends all connections and gives all ports back. */
  @Override
  public void close() {
    door.close();
    for (Device device : devices) {
      try {
        device.close().toCompletableFuture().get(1, TimeUnit.SECONDS);
      } catch (Exception e) {
        LOG.warn("The device {} did not close in time", device.name(), e);
      }
    }
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
