package dev.plantwright.sql.plan;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Field;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.text.Similar;
import dev.plantwright.sql.text.SqlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What names mean at one place of a statement: the columns of its source and the aliases defined
 * before.
 */
final class Scope {
  private static final int CLAUSES = Integer.MAX_VALUE;

  private final String text;
  private final Statement.Select select;
  private final Statement.Create source;
  private final int visibleAliases;

  private Scope(String text, Statement.Select select, Statement.Create source, int visibleAliases) {
    this.text = text;
    this.select = select;
    this.source = source;
    this.visibleAliases = visibleAliases;
  }

  /** Of the clauses: all aliases are visible. */
  static Scope ofClauses(String text, Statement.Select select, Statement.Create source) {
    return new Scope(text, select, source, CLAUSES);
  }

  /** Of an item of the select list: the aliases before it are visible. */
  Scope ofField(int index) {
    return new Scope(text, select, source, index);
  }

  /** What a name means. */
  sealed interface Meaning {
    record SourceColumn(String name) implements Meaning {}

    /**
     * An alias.
     *
     * @param field its place in the select list
     */
    record Alias(int field) implements Meaning {}

    /** Reads null: a column of an alias of the source. */
    record Nothing() implements Meaning {}
  }

  Meaning resolve(Expression.Column column) {
    if (column.stream().isPresent()) {
      return qualified(column, column.stream().get());
    }
    return alias(column.name()).orElseGet(() -> column(column));
  }

  private Optional<Meaning> alias(String name) {
    for (int i = Math.min(visibleAliases, select.fields().size()) - 1; i >= 0; i--) {
      if (select.fields().get(i).alias().filter(name::equals).isPresent()) {
        return Optional.of(new Meaning.Alias(i));
      }
    }
    return Optional.empty();
  }

  private Meaning qualified(Expression.Column column, String stream) {
    if (stream.equals(source.name())) {
      return column(column);
    }
    if (source.hasSchema()) {
      throw unknown(column, "unknown field " + stream + "." + column.name());
    }
    if (visibleAliases == CLAUSES) {
      throw unknown(column, "stream " + stream + " not found");
    }
    return new Meaning.Nothing();
  }

  private Meaning column(Expression.Column column) {
    if (source.hasSchema()) {
      checkDeclared(column);
    }
    return new Meaning.SourceColumn(column.name());
  }

  private void checkDeclared(Expression.Column column) {
    String name = column.name();
    List<String> declared = source.columns().stream().map(ColumnDefinition::name).toList();
    if (declared.contains(name)) {
      return;
    }
    boolean otherCase = declared.stream().anyMatch(name::equalsIgnoreCase);
    String product =
        otherCase
            ? "field %s not found in stream %s".formatted(name, source.name())
            : "unknown field " + name;
    throw unknown(column, product);
  }

  private PlanFailure unknown(Expression.Column column, String product) {
    List<String> known = new ArrayList<>();
    source.columns().forEach(c -> known.add(c.name()));
    select.fields().stream().flatMap(f -> f.alias().stream()).forEach(known::add);
    String hint =
        Similar.to(column.name(), known)
            .filter(near -> !near.equals(column.name()))
            .map(near -> "; did you mean " + near + "?")
            .orElse("");
    String message = "stream %s has no column %s%s".formatted(source.name(), column.name(), hint);
    return new PlanFailure(
        SqlProblem.error(text, column.span(), "SQL-UNKNOWN-COLUMN", message, product));
  }

  Field field(int index) {
    return select.fields().get(index);
  }

  Statement.Create source() {
    return source;
  }

  String text() {
    return text;
  }
}
