package dev.plantwright.plant.check;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.RuleFile;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.StreamFile;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.text.Lines;
import dev.plantwright.plant.variables.Variable;
import dev.plantwright.plant.variables.Variables;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks of streams and of the SQL of rules. */
final class SqlChecks {
  private static final String NOT_SUPPORTED = "SQL-NOT-SUPPORTED";
  private static final String UNKNOWN_STREAM = "SQL-UNKNOWN-STREAM";

  private final Plant plant;
  private final List<Problem> problems;
  private final List<Statement.Create> definitions = new ArrayList<>();

  SqlChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plant.streams().forEach(this::stream);
    Catalog catalog = Catalog.of(definitions);
    plant.rules().forEach(r -> rule(r, catalog));
  }

  private void stream(StreamFile stream) {
    String sql = plain(stream.sql());
    Lines lines = Lines.of(sql);
    if (sql.isBlank()) {
      String message = "The file is empty. Write CREATE STREAM %s ...";
      problems.add(Problem.error("STREAM-EMPTY", stream.place(), message.formatted(stream.name())));
      return;
    }
    switch (Sql.parse(sql)) {
      case Parsed.Failed<Statement>(List<SqlProblem> found) ->
          found.forEach(
              p ->
                  add(
                      p,
                      Place.of(stream.place().file(), lines, lines.offset(p.line(), p.column()))));
      case Parsed.Ok<Statement>(Statement.Create create) -> {
        definitions.add(create);
        created(stream, create, sql, lines);
      }
      case Parsed.Ok<Statement>(Statement other) -> {
        String message = "A file in streams/ holds a CREATE STREAM or CREATE TABLE, nothing else.";
        Place place = Place.of(stream.place().file(), lines, other.span().start());
        problems.add(Problem.error("STREAM-STATEMENT", place, message));
      }
    }
  }

  private void created(StreamFile stream, Statement.Create create, String sql, Lines lines) {
    String file = stream.place().file();
    if (!create.name().equals(stream.name())) {
      int at = Math.max(0, sql.indexOf(create.name(), create.span().start()));
      String message = "The stream is called %s and its file %s.sql. Make them the same.";
      problems.add(
          Problem.error(
              "STREAM-NAME",
              Place.of(file, lines, at),
              message.formatted(create.name(), stream.name())));
    }
  }

  private void rule(RuleFile rule, Catalog catalog) {
    if (!(rule.body().get("sql").orElse(null) instanceof JsonString string)
        || rule.sql().isEmpty()) {
      return;
    }
    String sql = plain(rule.sql());
    Lines lines = Lines.of(sql);
    Set<String> unreadable =
        plant.streams().stream().map(StreamFile::name).collect(Collectors.toSet());
    for (SqlProblem problem : Sql.check(sql, catalog)) {
      int index = lines.offset(problem.line(), problem.column());
      int end = Math.min(sql.length(), index + problem.length());
      boolean told =
          problem.code().equals(UNKNOWN_STREAM) && unreadable.contains(sql.substring(index, end));
      if (!told) {
        int offset = rule.source().offsetIn(string, index);
        add(problem, Place.of(rule.place().file(), rule.source().lines(), offset));
      }
    }
  }

  /** The other rule engines may have what ours lacks, so that a lack of ours is a warning. */
  private void add(SqlProblem problem, Place place) {
    boolean lack = problem.code().equals(NOT_SUPPORTED);
    Severity severity = problem.isError() && !lack ? Severity.ERROR : Severity.WARNING;
    String message =
        lack
            ? problem.message().replaceFirst(", line \\d+ column \\d+$", " by the local engine")
            : problem.message();
    problems.add(new Problem(severity, problem.code(), place, sentence(message)));
  }

  private static String sentence(String message) {
    if (message.isEmpty()) {
      return message;
    }
    String start =
        message.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + message.substring(1);
    return start.endsWith(".") || start.endsWith("?") ? start : start + ".";
  }

  /** The text with each variable as a word of the same length, which is SQL wherever it stands. */
  private static String plain(String sql) {
    StringBuilder out = new StringBuilder(sql);
    for (Variable variable : Variables.in(sql)) {
      int start = variable.span().start();
      int end = variable.span().end();
      out.replace(start, end, "v".repeat(end - start));
    }
    return out.toString();
  }
}
