package dev.plantwright.sql.parse;

import dev.plantwright.sql.text.SqlProblem;
import java.util.List;

/** A statement, or why there is none. */
public sealed interface Parsed<T> {
  record Ok<T>(T statement) implements Parsed<T> {}

  /** At least one problem. */
  record Failed<T>(List<SqlProblem> problems) implements Parsed<T> {}

  static <T> Parsed<T> failed(SqlProblem problem) {
    return new Failed<>(List.of(problem));
  }

  default List<SqlProblem> problems() {
    return this instanceof Failed<T>(var problems) ? problems : List.of();
  }
}
