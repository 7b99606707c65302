package dev.plantwright.launcher;

import dev.plantwright.engine.EngineOptions;
import dev.plantwright.engine.Ports;
import dev.plantwright.engine.main.CannotStartException;
import dev.plantwright.engine.main.EngineProcess;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the local engine. */
@Command(
    name = "engine",
    mixinStandardHelpOptions = true,
    description = "Runs the local engine; prints a line 'ready {...}' when all doors answer.")
final class EngineCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--dir",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the engine's own state.")
  private Path dir;

  @Option(
      names = "--ports",
      paramLabel = "PORTS",
      defaultValue = "default",
      description = "default, any, mqtt=1883,neuron=7000 or any,mqtt=1883.")
  private String ports;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on. Default ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--well-known-credentials",
      description = "Neuron admin/0000 and MQTT without login, for tools that expect them.")
  private boolean wellKnown;

  @Option(names = "--exit-with-parent", description = "End when standard input ends.")
  private boolean exitWithParent;

  EngineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Path folder = dir.toAbsolutePath().normalize();
    Ports wanted = ports();
    Logging.to(folder.resolve("logs"), "engine");
    try {
      EngineOptions options = new EngineOptions(folder, host, wanted, wellKnown);
      return EngineProcess.run(options, exitWithParent, terminal.out());
    } catch (CannotStartException e) {
      throw new CouldNotRun(e.getMessage(), e);
    }
  }

  private Ports ports() {
    try {
      return Ports.parse(ports);
    } catch (IllegalArgumentException e) {
      throw new CouldNotRun(e.getMessage(), e);
    }
  }
}
