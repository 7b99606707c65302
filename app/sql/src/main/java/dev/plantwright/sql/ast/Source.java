package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.Optional;

/** A stream or table that a statement reads. */
public record Source(String name, Optional<String> alias, Span span) {
  /** The name by which columns may be qualified. */
  public String shown() {
    return alias.orElse(name);
  }
}
