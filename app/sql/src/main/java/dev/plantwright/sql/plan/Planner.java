package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Join;
import dev.plantwright.sql.ast.Source;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.parse.StatementParser;
import dev.plantwright.sql.text.Similar;
import dev.plantwright.sql.text.SqlProblem;
import java.util.List;
import java.util.stream.Stream;

/** From the statement of a rule to a plan that can run. */
public final class Planner {
  private Planner() {}

  /** What is wrong with a statement; empty if nothing is. */
  public static List<SqlProblem> check(String selectText, Catalog catalog) {
    return switch (StatementParser.parseSelect(selectText)) {
      case Parsed.Failed<Statement.Select>(var problems) -> problems;
      case Parsed.Ok<Statement.Select>(var select) -> missing(selectText, select, catalog);
    };
  }

  private static List<SqlProblem> missing(String text, Statement.Select select, Catalog catalog) {
    return Stream.concat(Stream.of(select.from()), select.joins().stream().map(Join::source))
        .filter(source -> catalog.find(source.name()).isEmpty())
        .map(source -> missing(text, source, catalog))
        .toList();
  }

  private static SqlProblem missing(String text, Source source, Catalog catalog) {
    String hint =
        Similar.to(source.name(), catalog.names())
            .map(near -> "; did you mean " + near + "?")
            .orElse("; create it first");
    return SqlProblem.error(
        text,
        source.span(),
        "SQL-UNKNOWN-STREAM",
        "there is no stream " + source.name() + hint,
        "fail to get stream " + source.name() + ", please check if stream is created");
  }
}
