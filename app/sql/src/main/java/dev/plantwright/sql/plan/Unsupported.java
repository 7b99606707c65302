package dev.plantwright.sql.plan;

import dev.plantwright.sql.text.Span;
import dev.plantwright.sql.text.SqlProblem;

/** Says what the language has and this engine does not have yet. */
final class Unsupported {
  private Unsupported() {}

  static PlanFailure at(String text, Span span, String what) {
    return new PlanFailure(SqlProblem.notSupported(text, span, what));
  }
}
