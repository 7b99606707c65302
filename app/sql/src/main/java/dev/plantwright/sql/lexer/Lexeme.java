package dev.plantwright.sql.lexer;

import dev.plantwright.sql.text.Span;

/**
 * One piece of a statement.
 *
 * @param text an identifier's name without back-ticks, a string's content with escapes resolved, a
 *     number as written; empty for operators
 */
public record Lexeme(Symbol symbol, String text, Span span) {
  public boolean is(Symbol other) {
    return symbol == other;
  }

  /** Is it a bare or quoted name? */
  public boolean isName() {
    return symbol == Symbol.IDENTIFIER || symbol == Symbol.QUOTED_IDENTIFIER;
  }

  /** Is it the unreserved word, in any case, without back-ticks? */
  public boolean isWord(String word) {
    return symbol == Symbol.IDENTIFIER && text.equalsIgnoreCase(word);
  }

  public boolean isString() {
    return symbol == Symbol.STRING || symbol == Symbol.SINGLE_QUOTED_STRING;
  }

  /** As messages name it. */
  public String shown() {
    return symbol.shown().isEmpty() ? text : symbol.shown();
  }
}
