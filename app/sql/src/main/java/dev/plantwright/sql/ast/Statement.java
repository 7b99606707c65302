package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A whole statement. */
public sealed interface Statement {
  Span span();

  /** Streams carry rows, tables hold them. */
  enum Kind {
    STREAM("Stream"),
    TABLE("Table");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    public String shown() {
      return shown;
    }
  }

  /**
   * The statement of a rule.
   *
   * @param groupBy without the window
   * @param limit negative: none
   */
  record Select(
      List<Field> fields,
      Source from,
      List<Join> joins,
      Optional<Expression> where,
      List<Expression> groupBy,
      Optional<Window> window,
      Optional<Expression> having,
      List<SortKey> orderBy,
      OptionalLong limit,
      Span span)
      implements Statement {}

  /**
   * {@code CREATE STREAM} or {@code CREATE TABLE}.
   *
   * @param columns empty when the stream has no schema
   * @param text as written
   */
  record Create(
      Kind kind,
      String name,
      List<ColumnDefinition> columns,
      StreamOptions options,
      String text,
      Span span)
      implements Statement {
    public boolean hasSchema() {
      return !columns.isEmpty();
    }

    /** Type of the source: as written, else mqtt for streams and file for tables. */
    public String type() {
      return options.get("TYPE").orElse(kind == Kind.STREAM ? "mqtt" : "file");
    }

    public String format() {
      return options.get("FORMAT").orElse("json");
    }
  }

  record Show(Kind kind, Span span) implements Statement {}

  record Describe(Kind kind, String name, Span span) implements Statement {}

  record Explain(Kind kind, String name, Span span) implements Statement {}

  record Drop(Kind kind, String name, Span span) implements Statement {}
}
