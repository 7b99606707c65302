package dev.plantwright.sql.lexer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a lexeme is to the parser. */
public enum Symbol {
  END_OF_TEXT("EOF"),
  ILLEGAL(""),
  BAD_STRING(""),
  COMMENT(""),
  IDENTIFIER(""),
  QUOTED_IDENTIFIER(""),
  INTEGER(""),
  NUMBER(""),
  STRING(""),
  SINGLE_QUOTED_STRING(""),

  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  MOD("%"),
  BIT_AND("&"),
  BIT_OR("|"),
  BIT_XOR("^"),
  EQ("="),
  NEQ("!="),
  LT("<"),
  LTE("<="),
  GT(">"),
  GTE(">="),
  ARROW("->"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_PAREN("("),
  RIGHT_PAREN(")"),
  COMMA(","),
  DOT("."),
  COLON(":"),
  SEMICOLON(";"),
  HASH("#"),

  SELECT,
  AS,
  FROM,
  WHERE,
  AND,
  OR,
  GROUP,
  HAVING,
  BY,
  ORDER,
  DESC,
  ASC,
  FILTER,
  INNER,
  LEFT,
  RIGHT,
  FULL,
  CROSS,
  JOIN,
  ON,
  CASE,
  WHEN,
  THEN,
  DEFAULT,
  ELSE,
  END,
  IN,
  NOT,
  BETWEEN,
  LIKE,
  OVER,
  PARTITION,
  REPLACE,
  EXCEPT,
  INVISIBLE,
  TRUE,
  FALSE,
  LIMIT,
  DD,
  HH,
  MI,
  SS,
  MS;

  private static final Map<String, Symbol> KEYWORDS = keywords();

  private final String shown;
  private final boolean keyword;

  Symbol() {
    this.shown = name();
    this.keyword = true;
  }

  Symbol(String shown) {
    this.shown = shown;
    this.keyword = false;
  }

  /** As it appears in messages; empty for lexemes that are shown by their own text. */
  public String shown() {
    return shown;
  }

  public boolean isKeyword() {
    return keyword;
  }

  public boolean isTimeUnit() {
    return compareTo(DD) >= 0;
  }

  static Optional<Symbol> keyword(String word) {
    return Optional.ofNullable(KEYWORDS.get(word.toUpperCase(Locale.ROOT)));
  }

  private static Map<String, Symbol> keywords() {
    Map<String, Symbol> words = new HashMap<>();
    for (Symbol symbol : values()) {
      if (symbol.keyword) {
        words.put(symbol.name(), symbol);
      }
    }
    return Map.copyOf(words);
  }
}
