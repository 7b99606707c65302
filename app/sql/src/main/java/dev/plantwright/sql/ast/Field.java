package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.Optional;

/**
 * One item of a select list.
 *
 * @param name of the member in the result: the alias, else the column's or function's name, else
 *     {@code kuiper_field_N}
 * @param invisible computed, but not in the result
 */
public record Field(
    Expression expression, String name, Optional<String> alias, boolean invisible, Span span) {}
