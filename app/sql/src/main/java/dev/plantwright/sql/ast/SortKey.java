package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;

/** One key of {@code ORDER BY}. */
public record SortKey(Expression expression, boolean descending, Span span) {}
