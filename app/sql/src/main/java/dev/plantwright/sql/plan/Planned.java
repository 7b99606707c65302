package dev.plantwright.sql.plan;

import dev.plantwright.sql.text.SqlProblem;
import java.util.List;

/** A plan, or why there is none. */
public sealed interface Planned {
  record Ok(Plan plan) implements Planned {}

  /** At least one error. */
  record Failed(List<SqlProblem> problems) implements Planned {}
}
