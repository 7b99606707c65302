package dev.plantwright.sql.ast;

import dev.plantwright.sql.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A window in {@code GROUP BY}.
 *
 * @param arguments literals, or the conditions of a state window
 * @param filter rows for which it is not true do not enter the window
 */
public record Window(
    Kind kind,
    List<Expression> arguments,
    Optional<Expression> filter,
    Optional<Expression> when,
    List<Expression> partition,
    Span span) {
  /** Kinds of windows, named as functions in the language. */
  public enum Kind {
    TUMBLINGWINDOW,
    HOPPINGWINDOW,
    SESSIONWINDOW,
    SLIDINGWINDOW,
    COUNTWINDOW,
    STATEWINDOW
  }
}
