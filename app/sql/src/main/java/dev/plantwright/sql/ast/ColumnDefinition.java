package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.Optional;

/** A declared column. */
public record ColumnDefinition(
    String name, DataType type, Optional<Expression> defaultValue, Span span) {}
