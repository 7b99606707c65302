package dev.plantwright.plant.check;

import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.util.List;

/**
 * What the {@code check} command prints: one line a problem, {@code file:line:column: error|warning
 * CODE text}, and a closing line.
 *
 * @param problems in the order of printing
 */
public record CheckReport(List<Problem> problems) {
  public CheckReport {
    problems = List.copyOf(problems);
  }

  public long errors() {
    return problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
  }

  public long warnings() {
    return problems.size() - errors();
  }

  /** One line a problem, control characters replaced. */
  public List<String> lines() {
    return problems.stream().map(p -> oneLine(p.toString())).toList();
  }

  /** {@code "No problems."} or how many there are of each kind. */
  public String summary() {
    return problems.isEmpty()
        ? "No problems."
        : "%s, %s.".formatted(count(errors(), "error"), count(warnings(), "warning"));
  }

  /** 0 without errors, else 1. */
  public int exitCode() {
    return errors() == 0 ? 0 : 1;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Texts from a file must not steer a terminal. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
