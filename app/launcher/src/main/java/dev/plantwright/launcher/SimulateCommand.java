package dev.plantwright.launcher;

import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the simulated devices of a plant. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Runs the simulated devices of a plant; prints a line 'ready {...}'.")
final class SimulateCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "PLANT", description = "Folder of the plant.")
  private Path plant;

  @Option(
      names = "--control-port",
      paramLabel = "N",
      defaultValue = "" + SimulatorOptions.DEFAULT_CONTROL_PORT,
      description = "Port of the control door; 0 for any free one. Default ${DEFAULT-VALUE}.")
  private int controlPort;

  @Option(
      names = "--ports",
      paramLabel = "default|any",
      defaultValue = "default",
      description = "Ports of the devices: those of their files, or any free ones.")
  private DevicePorts ports;

  @Option(names = "--exit-with-parent", description = "End when standard input ends.")
  private boolean exitWithParent;

  enum DevicePorts {
    DEFAULT,
    ANY
  }

  SimulateCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path folder = CheckCommand.folder(plant);
    Logging.to(folder.resolve(".plantwright").resolve("logs"), "simulator");
    SimulatorOptions options = new SimulatorOptions(folder, controlPort, ports == DevicePorts.ANY);
    return Simulator.run(options, exitWithParent, System.in, terminal.out(), terminal.err());
  }
}
