package dev.plantwright.sql.parse;

import dev.plantwright.sql.text.SqlProblem;

/** Carries the first problem out of the recursive descent; never leaves this package. */
final class SyntaxFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient SqlProblem problem;

  SyntaxFailure(SqlProblem problem) {
    super(problem.message(), null, false, false);
    this.problem = problem;
  }

  SqlProblem problem() {
    return problem;
  }
}
