package dev.plantwright.sql.lexer;

/**
 * A piece of a statement as an editor colours it.
 *
 * @param start index of the first character, from 0, in UTF-16 units
 * @param length in UTF-16 units, at least 1
 */
public record Token(Kind kind, int start, int length) {
  /** How a piece is coloured. */
  public enum Kind {
    KEYWORD,
    IDENTIFIER,
    FUNCTION,
    STRING,
    NUMBER,
    OPERATOR,
    COMMENT,
    ERROR
  }
}
