package dev.plantwright.sql.ast;

import java.util.List;
import java.util.Locale;

/** Declared type of a column. */
public sealed interface DataType {
  /** Types without parts. */
  enum Basic implements DataType {
    BIGINT,
    FLOAT,
    STRING,
    BYTEA,
    DATETIME,
    BOOLEAN;

    /** As the product's REST door writes it. */
    public String shown() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  record ArrayOf(DataType element) implements DataType {}

  record Struct(List<ColumnDefinition> columns) implements DataType {}
}
