package dev.plantwright.sql.parse;

import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Lexer;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import dev.plantwright.sql.text.SqlProblem;
import dev.plantwright.sql.value.GoText;
import java.util.List;

/** The lexemes of one statement and a place among them. */
final class Cursor {
  private static final int DEEPEST = 200;

  private final String text;
  private final List<Lexeme> lexemes;
  private int at;
  private int depth;

  Cursor(String text) {
    this.text = text;
    this.lexemes = Lexer.all(text).stream().filter(l -> !l.is(Symbol.COMMENT)).toList();
  }

  String text() {
    return text;
  }

  Lexeme peek() {
    return peek(0);
  }

  Lexeme peek(int ahead) {
    return lexemes.get(Math.min(at + ahead, lexemes.size() - 1));
  }

  Lexeme next() {
    Lexeme lexeme = peek();
    at = Math.min(at + 1, lexemes.size() - 1);
    return lexeme;
  }

  /** Where the last lexeme taken stands. */
  Span last() {
    return lexemes.get(Math.max(0, at - 1)).span();
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  boolean accept(Symbol symbol) {
    boolean matches = peek().is(symbol);
    if (matches) {
      next();
    }
    return matches;
  }

  /** Takes the symbol, or fails with {@code found "x", expected ...} about the present lexeme. */
  Lexeme expect(Symbol symbol, String expected) {
    if (!peek().is(symbol)) {
      throw found(expected);
    }
    return next();
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw failure(peek().span(), "the expression is nested too deeply; split the statement");
    }
  }

  void leave() {
    depth--;
  }

  SyntaxFailure found(String expected) {
    return found(peek(), expected);
  }

  SyntaxFailure found(Lexeme lexeme, String expected) {
    return found(lexeme.span(), lexeme.shown(), expected);
  }

  SyntaxFailure found(Span span, String shown, String expected) {
    String product = "found " + GoText.quoted(shown) + ", " + expected + ".";
    boolean end = span.start() >= text.length();
    String message = expected + ", but " + (end ? "the text ends here" : "found " + shown);
    return failure(span, message, product);
  }

  SyntaxFailure failure(Span span, String message) {
    return failure(span, message, message);
  }

  SyntaxFailure failure(Span span, String message, String product) {
    return failure(span, "SQL-SYNTAX", message.strip(), product);
  }

  SyntaxFailure failure(Span span, String code, String message, String product) {
    return new SyntaxFailure(SqlProblem.error(text, span, code, message, product));
  }
}
