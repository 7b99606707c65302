package dev.plantwright.sql.plan;

import dev.plantwright.sql.text.SqlProblem;

/** Carries the first problem out of planning; never leaves this package. */
final class PlanFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SqlProblem problem;

  PlanFailure(SqlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  SqlProblem problem() {
    return problem;
  }
}
