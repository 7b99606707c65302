package dev.plantwright.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/**
 * The {@code plantwright} command. Exit codes: 0 done; 1 ran, but failed or found errors; 2 could
 * not run, with one sentence on standard error.
 */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), Terminal.standard()));
  }

  /** Runs one command and answers its exit code; for tests that need no process. */
  static int run(List<String> arguments, Terminal terminal) {
    Locale.setDefault(Locale.ROOT);
    return commandLine(terminal).execute(arguments.toArray(String[]::new));
  }

  private static CommandLine commandLine(Terminal terminal) {
    return new CommandLine(new PlantwrightCommand())
        .addSubcommand(new WorkbenchCommand(terminal))
        .addSubcommand(new EngineCommand(terminal))
        .addSubcommand(new SimulateCommand(terminal))
        .addSubcommand(new CheckCommand(terminal))
        .addSubcommand(new DeployCommand(terminal))
        .setOut(new PrintWriter(terminal.out(), true))
        .setErr(new PrintWriter(terminal.err(), true))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new Failures(terminal))
        .setExecutionExceptionHandler(new Failures(terminal));
  }
}
