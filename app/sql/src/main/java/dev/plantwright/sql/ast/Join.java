package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.Optional;

/** A further source of a statement. */
public record Join(Kind kind, Source source, Optional<Expression> on, Span span) {
  /** Which rows without a partner stay. */
  public enum Kind {
    INNER,
    LEFT,
    RIGHT,
    FULL,
    CROSS
  }
}
