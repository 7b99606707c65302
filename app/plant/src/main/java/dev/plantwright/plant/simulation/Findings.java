package dev.plantwright.plant.simulation;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.text.Lines;
import dev.plantwright.plant.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file. Confined to its reader. */
final class Findings {
  private final String file;
  private final Lines lines;
  private final List<Problem> problems = new ArrayList<>();

  Findings(String file, Lines lines) {
    this.file = file;
    this.lines = lines;
  }

  void error(String code, Span span, String message) {
    problems.add(Problem.error(code, place(span.start()), message));
  }

  void warning(String code, Span span, String message) {
    problems.add(Problem.warning(code, place(span.start()), message));
  }

  void error(String code, int offset, String message) {
    problems.add(Problem.error(code, place(offset), message));
  }

  void warning(String code, int offset, String message) {
    problems.add(Problem.warning(code, place(offset), message));
  }

  private Place place(int offset) {
    return new Place(file, lines.line(offset), lines.column(offset));
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  List<Problem> problems() {
    return problems;
  }
}
