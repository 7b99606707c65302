package dev.plantwright.sql.lexer;

import dev.plantwright.sql.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into lexemes; no text makes it fail. */
public final class Lexer {
  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** All lexemes with comments; the last one is {@link Symbol#END_OF_TEXT}. */
  public static List<Lexeme> all(String text) {
    Lexer lexer = new Lexer(text);
    List<Lexeme> lexemes = new ArrayList<>();
    Lexeme next;
    do {
      next = lexer.next();
      lexemes.add(next);
    } while (!next.is(Symbol.END_OF_TEXT));
    return lexemes;
  }

  private Lexeme next() {
    skipSpace();
    int start = at;
    if (at >= text.length()) {
      return lexeme(Symbol.END_OF_TEXT, "", start);
    }
    char c = text.charAt(at);
    if (isLetter(c)) {
      return word(start);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      return number(start, "");
    }
    return switch (c) {
      case '`' -> quotedIdentifier(start);
      case '"', '\'' -> string(start, c);
      case '-' -> minus(start);
      case '/' -> slash(start);
      case '!', '<', '>' -> comparison(start, c);
      default -> single(start, c);
    };
  }

  private Lexeme word(int start) {
    while (isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '_') {
      at++;
    }
    String word = text.substring(start, at);
    return Symbol.keyword(word)
        .map(keyword -> lexeme(keyword, "", start))
        .orElseGet(() -> lexeme(Symbol.IDENTIFIER, word, start));
  }

  private Lexeme number(int start, String sign) {
    int from = at;
    boolean fraction = false;
    while (isDigit(peek(0)) || peek(0) == '.') {
      fraction |= peek(0) == '.';
      at++;
    }
    String digits = sign + text.substring(from, at);
    return lexeme(fraction ? Symbol.NUMBER : Symbol.INTEGER, digits, start);
  }

  private Lexeme quotedIdentifier(int start) {
    int end = text.indexOf('`', start + 1);
    at = end < 0 ? text.length() : end + 1;
    String name = text.substring(start + 1, end < 0 ? text.length() : end);
    return lexeme(Symbol.QUOTED_IDENTIFIER, name, start);
  }

  private Lexeme string(int start, char quote) {
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\n') {
        at++;
        return lexeme(Symbol.ILLEGAL, "", start);
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= text.length()) {
      at = text.length();
      return lexeme(Symbol.BAD_STRING, text.substring(start), start);
    }
    at++;
    Symbol symbol = quote == '"' ? Symbol.STRING : Symbol.SINGLE_QUOTED_STRING;
    return Escapes.resolve(text, start + 1, at - 1)
        .map(content -> lexeme(symbol, content, start))
        .orElseGet(() -> lexeme(Symbol.ILLEGAL, "", start));
  }

  private Lexeme minus(int start) {
    at++;
    int after = at;
    skipSpace();
    switch (peek(0)) {
      case '-' -> {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        return lexeme(Symbol.COMMENT, "", start);
      }
      case '>' -> {
        at++;
        return lexeme(Symbol.ARROW, "", start);
      }
      case '.' -> {
        at++;
        skipSpace();
        if (isDigit(peek(0))) {
          return number(start, "-.", Symbol.NUMBER);
        }
      }
      default -> {}
    }
    at = after;
    return lexeme(Symbol.SUB, "", start);
  }

  private Lexeme number(int start, String sign, Symbol symbol) {
    return lexeme(symbol, number(start, sign).text(), start);
  }

  private Lexeme slash(int start) {
    at++;
    if (peek(0) != '*') {
      return lexeme(Symbol.DIV, "", start);
    }
    int end = text.indexOf("*/", at + 1);
    at = end < 0 ? text.length() : end + 2;
    return lexeme(end < 0 ? Symbol.ILLEGAL : Symbol.COMMENT, "", start);
  }

  /** White space may stand before the equals sign; a lone exclamation mark is an equals sign. */
  private Lexeme comparison(int start, char first) {
    at++;
    int after = at;
    skipSpace();
    boolean equals = peek(0) == '=';
    at = equals ? at + 1 : after;
    Symbol symbol =
        switch (first) {
          case '!' -> equals ? Symbol.NEQ : Symbol.EQ;
          case '<' -> equals ? Symbol.LTE : Symbol.LT;
          default -> equals ? Symbol.GTE : Symbol.GT;
        };
    return lexeme(symbol, "", start);
  }

  private Lexeme single(int start, char c) {
    at += Character.charCount(text.codePointAt(at));
    Symbol symbol =
        switch (c) {
          case '+' -> Symbol.ADD;
          case '*' -> Symbol.MUL;
          case '%' -> Symbol.MOD;
          case '&' -> Symbol.BIT_AND;
          case '|' -> Symbol.BIT_OR;
          case '^' -> Symbol.BIT_XOR;
          case '=' -> Symbol.EQ;
          case '[' -> Symbol.LEFT_BRACKET;
          case ']' -> Symbol.RIGHT_BRACKET;
          case '(' -> Symbol.LEFT_PAREN;
          case ')' -> Symbol.RIGHT_PAREN;
          case ',' -> Symbol.COMMA;
          case '.' -> Symbol.DOT;
          case ':' -> Symbol.COLON;
          case ';' -> Symbol.SEMICOLON;
          case '#' -> Symbol.HASH;
          default -> Symbol.ILLEGAL;
        };
    return lexeme(symbol, "", start);
  }

  private Lexeme lexeme(Symbol symbol, String content, int start) {
    return new Lexeme(symbol, content, new Span(start, at - start));
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
