package dev.plantwright.launcher;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one sentence and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    return say(e.getMessage(), 2);
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return switch (e) {
      case CouldNotRun cannot -> say(cannot.getMessage(), 2);
      case ParameterException wrong -> say(wrong.getMessage(), 2);
      default -> {
        LOG.error("{} failed", command.getCommandName(), e);
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        yield say(reason, 1);
      }
    };
  }

  private int say(String sentence, int code) {
    terminal.err().println("plantwright: " + sentence.lines().findFirst().orElse("failed"));
    return code;
  }
}
