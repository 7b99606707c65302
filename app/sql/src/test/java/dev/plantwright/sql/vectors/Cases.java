package dev.plantwright.sql.vectors;

import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.function.CallContext;
import dev.plantwright.sql.function.Function;
import dev.plantwright.sql.function.Functions;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Run;
import dev.plantwright.sql.text.Span;
import dev.plantwright.sql.value.SqlError;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How the recorded cases of each kind are run. */
final class Cases {
  private static final Statement.Create SOURCE =
      create("CREATE STREAM src () WITH (TYPE=\"memory\")");

  private Cases() {}

  static Statement.Create create(String text) {
    if (Sql.parse(text) instanceof Parsed.Ok<Statement>(Statement.Create create)) {
      return create;
    }
    throw new IllegalArgumentException(text + ": " + Sql.parse(text).problems());
  }

  /** Accepted where the product accepts, refused in its words where it refuses. */
  static Outcome parse(JsonNode record) {
    Parsed<Statement> parsed = Sql.parse(record.path("sql").stringValue());
    if (record.path("sql").stringValue().isBlank()) {
      return new Outcome.NotApplicable();
    }
    if (record.has("error")) {
      return parsed.problems().isEmpty()
          ? new Outcome.Failed("expected the error " + record.get("error") + " but it was accepted")
          : Outcome.contains(
              record.get("error").stringValue(), parsed.problems().getFirst().productText());
    }
    return Outcome.same(List.of(), parsed.problems());
  }

  static Outcome expression(JsonNode record) {
    if (!record.path("sql").isString() || Values.isSpecial(record.path("input"))) {
      return new Outcome.NotApplicable();
    }
    String sql = record.get("sql").stringValue();
    Planned planned = Planner.plan(sql, Catalog.of(List.of(SOURCE)), PlanOptions.DEFAULT);
    if (!(planned instanceof Planned.Ok(Plan plan))) {
      return new Outcome.Failed(planned.toString());
    }
    Collected collected = new Collected();
    Run run = plan.run("test", () -> Instant.EPOCH, ZoneOffset.UTC, collected);
    Row row = plan.layout().row(Values.map(record.get("input")), 0, Map.of());
    try {
      run.accept(row);
    } catch (RuntimeException e) {
      collected.failed("panic", e.getMessage());
    }
    return expressionResult(record.path("expected"), sql, collected);
  }

  private static Outcome expressionResult(JsonNode expected, String sql, Collected collected) {
    if (expected.has("$error")) {
      return Outcome.contains(
          expected.get("$error").stringValue(), String.join("|", collected.errors));
    }
    if (!collected.errors.isEmpty()) {
      return new Outcome.Failed("expected " + expected + " but got " + collected.errors);
    }
    if (sql.contains(" where ")) {
      return Outcome.same(Values.of(expected), !collected.emissions.isEmpty());
    }
    Object value =
        collected.emissions.getFirst().getFirst().members().values().stream()
            .findFirst()
            .orElse(null);
    return Values.near(Values.of(expected), value)
        ? new Outcome.Passed()
        : Outcome.same(Values.of(expected), value);
  }

  static final class Collected implements Output {
    final List<List<OutputRow>> emissions = new ArrayList<>();
    final List<String> errors = new ArrayList<>();

    @Override
    public void emitted(List<OutputRow> rows) {
      emissions.add(rows);
    }

    @Override
    public void failed(String operator, String message) {
      errors.add(message);
    }
  }

  static Outcome function(JsonNode record) {
    String name = record.path("function").asString("");
    if (name.isEmpty() || Values.isSpecial(record.path("input")) && !isArguments(record)) {
      return new Outcome.NotApplicable();
    }
    Optional<Function> function = Functions.find(name);
    if (function.isEmpty()) {
      return new Outcome.Failed("there is no function " + name);
    }
    return record.path("mode").asString("").equals("val")
        ? validation(record, name)
        : execution(record, function.get());
  }

  private static boolean isArguments(JsonNode record) {
    return record.path("mode").asString("").equals("val");
  }

  private static Outcome validation(JsonNode record, String name) {
    List<Expression> arguments = new ArrayList<>();
    Span span = new Span(0, 1);
    for (JsonNode argument : record.path("input")) {
      arguments.add(argument(argument, span));
    }
    Optional<String> mistake = Functions.checkArguments(name, arguments);
    JsonNode error = record.path("error");
    if (error.isString()) {
      return Outcome.contains(error.stringValue(), mistake.orElse("nothing"));
    }
    return Outcome.same(error.booleanValue(false), mistake.isPresent());
  }

  private static Expression argument(JsonNode node, Span span) {
    return switch (node.path("$type").asString("")) {
      case "ast.IntegerLiteral" -> new Expression.IntegerLiteral(node.get("Val").longValue(), span);
      case "ast.NumberLiteral" -> new Expression.NumberLiteral(node.get("Val").doubleValue(), span);
      case "ast.StringLiteral" -> new Expression.StringLiteral(node.get("Val").stringValue(), span);
      case "ast.BooleanLiteral" ->
          new Expression.BooleanLiteral(node.get("Val").booleanValue(), span);
      case "ast.TimeLiteral" ->
          new Expression.UnitLiteral(dev.plantwright.sql.ast.TimeUnit.SS, span);
      default -> new Expression.Column(Optional.empty(), node.path("Name").asString("a"), span);
    };
  }

  private static Outcome execution(JsonNode record, Function function) {
    if (!(function instanceof Function.Scalar scalar)) {
      return new Outcome.NotApplicable();
    }
    List<Object> given = new ArrayList<>();
    record.path("input").forEach(node -> given.add(Values.of(node)));
    boolean surplus = record.get("id").stringValue().contains("TestFuncMath");
    int most =
        Math.min(given.size(), surplus ? scalar.signature().least() : scalar.signature().most());
    Object[] arguments = given.subList(0, most).toArray();
    CallContext context = new Frame("test", 0, ZoneOffset.UTC);
    JsonNode expected = record.path("expected");
    try {
      Object result = scalar.body().apply(arguments, context);
      return Values.near(Values.of(expected), result)
          ? new Outcome.Passed()
          : new Outcome.Failed("expected " + expected + " but got " + result);
    } catch (SqlError e) {
      return expected.has("$error")
          ? Outcome.contains(expected.get("$error").stringValue(), e.getMessage())
          : new Outcome.Failed("expected " + expected + " but got the error " + e.getMessage());
    } catch (RuntimeException e) {
      return new Outcome.Failed("expected " + expected + " but it threw " + e);
    }
  }
}
