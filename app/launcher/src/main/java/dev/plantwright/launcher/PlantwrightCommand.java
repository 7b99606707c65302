package dev.plantwright.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a word behind it: asks for one. */
@Command(
    name = "plantwright",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Build the data side of a plant before the plant is there.")
final class PlantwrightCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: workbench, engine, simulate, check or deploy (plantwright --help tells"
            + " more).");
  }
}
