package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Expressions;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.Join;
import dev.plantwright.sql.ast.Source;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.parse.StatementParser;
import dev.plantwright.sql.text.Similar;
import dev.plantwright.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** From the statement of a rule to a plan that can run; no text makes it throw. */
public final class Planner {
  private Planner() {}

  /** A plan of the statement, or the first error. */
  public static Planned plan(String selectText, Catalog catalog, PlanOptions options) {
    return switch (StatementParser.parseSelect(selectText)) {
      case Parsed.Failed<Statement.Select>(var problems) -> new Planned.Failed(problems);
      case Parsed.Ok<Statement.Select>(var select) -> plan(selectText, select, catalog, options);
    };
  }

  private static Planned plan(
      String text, Statement.Select select, Catalog catalog, PlanOptions options) {
    List<SqlProblem> missing = missing(text, select, catalog);
    if (!missing.isEmpty()) {
      return new Planned.Failed(missing);
    }
    Statement.Create source = catalog.find(select.from().name()).orElseThrow();
    try {
      checkJoins(text, select, catalog);
      new SelectRules(text, select, source, options).check();
      return new Planned.Ok(new SelectPlanner(text, select, source, options).plan());
    } catch (PlanFailure failure) {
      return new Planned.Failed(List.of(failure.problem()));
    }
  }

  /** What is wrong with a statement, warnings too; empty if nothing is. */
  public static List<SqlProblem> check(String selectText, Catalog catalog) {
    List<SqlProblem> problems = new ArrayList<>();
    if (plan(selectText, catalog, PlanOptions.DEFAULT) instanceof Planned.Failed(var errors)) {
      problems.addAll(errors);
    }
    if (StatementParser.parseSelect(selectText)
        instanceof Parsed.Ok<Statement.Select>(var select)) {
      problems.addAll(warnings(selectText, select));
    }
    return List.copyOf(problems);
  }

  private static List<SqlProblem> warnings(String text, Statement.Select select) {
    return Stream.concat(
            select.fields().stream().map(Field::expression), SourceColumns.clauses(select))
        .flatMap(Expressions::all)
        .filter(Planner::isMemberOfNumber)
        .map(
            member ->
                SqlProblem.warning(
                    text,
                    member.span(),
                    "SQL-MEMBER-OF-NUMBER",
                    "-> binds as loosely as *, so this reads a member of a number; write the"
                        + " member first or give it an alias"))
        .toList();
  }

  private static boolean isMemberOfNumber(Expression expression) {
    return expression instanceof Expression.Member member
        && member.object() instanceof Expression.Binary;
  }

  private static void checkJoins(String text, Statement.Select select, Catalog catalog) {
    boolean streams =
        select.joins().stream().anyMatch(join -> isStream(catalog, join.source().name()));
    if (streams && select.window().isEmpty()) {
      String product = "a time window or count window is required to join multiple streams";
      throw new PlanFailure(
          SqlProblem.error(text, select.joins().getFirst().span(), "SQL-JOIN", product, product));
    }
    if (select.window().isPresent() && !isStream(catalog, select.from().name())) {
      String product = "cannot run window for TABLE sources";
      throw new PlanFailure(
          SqlProblem.error(text, select.window().get().span(), "SQL-WINDOW", product, product));
    }
  }

  private static boolean isStream(Catalog catalog, String name) {
    return catalog.find(name).filter(c -> c.kind() == Statement.Kind.STREAM).isPresent();
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
