package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.util.Locale;

/** Reads the first statement of a text. */
public final class StatementParser {
  private final Cursor cursor;

  private StatementParser(String text) {
    this.cursor = new Cursor(text);
  }

  /** Any statement of the language. */
  public static Parsed<Statement> parse(String text) {
    return run(text, StatementParser::statement);
  }

  /** The statement of a rule; any other is a problem. */
  public static Parsed<Statement.Select> parseSelect(String text) {
    return run(text, StatementParser::select);
  }

  private interface Rule<T> {
    T read(StatementParser parser);
  }

  private static <T> Parsed<T> run(String text, Rule<T> rule) {
    try {
      return new Parsed.Ok<>(rule.read(new StatementParser(text)));
    } catch (SyntaxFailure failure) {
      return Parsed.failed(failure.problem());
    }
  }

  private Statement statement() {
    Lexeme first = cursor.peek();
    Span start = first.span();
    if (first.is(Symbol.SELECT)) {
      return select();
    }
    String verb = first.text().toUpperCase(Locale.ROOT);
    if (!first.is(Symbol.IDENTIFIER)) {
      return select();
    }
    return switch (verb) {
      case "CREATE" -> {
        cursor.next();
        yield new CreateParser(cursor).create(kind(), start);
      }
      case "SHOW" -> show();
      case "DESCRIBE", "EXPLAIN", "DROP" -> named(verb);
      default -> select();
    };
  }

  private Statement.Select select() {
    Lexeme first = cursor.peek();
    if (!first.is(Symbol.SELECT)) {
      String text = "Found \"" + first.shown() + "\", Expected SELECT.\n";
      String message = "expected SELECT, but found " + first.shown();
      throw cursor.failure(first.span(), "SQL-SYNTAX", message, text);
    }
    Statement.Select select = new SelectParser(cursor).select();
    if (!cursor.peek().is(Symbol.SEMICOLON)) {
      SelectChecks.check(cursor, select);
    }
    return select;
  }

  private Statement.Kind kind() {
    Lexeme word = cursor.peek();
    Statement.Kind kind;
    if (word.isWord("STREAM")) {
      kind = Statement.Kind.STREAM;
    } else if (word.isWord("TABLE")) {
      kind = Statement.Kind.TABLE;
    } else {
      throw cursor.found(word.span(), upper(word), "expected keyword stream or table");
    }
    cursor.next();
    return kind;
  }

  private Statement show() {
    Span start = cursor.next().span();
    Lexeme word = cursor.peek();
    boolean streams = word.isWord("STREAMS");
    if (!streams && !word.isWord("TABLES")) {
      throw cursor.found(word.span(), upper(word), "expected keyword streams or tables");
    }
    cursor.next();
    end();
    Statement.Kind kind = streams ? Statement.Kind.STREAM : Statement.Kind.TABLE;
    return new Statement.Show(kind, start.to(cursor.last()));
  }

  private Statement named(String verb) {
    Span start = cursor.next().span();
    Statement.Kind kind = kind();
    if (!cursor.peek().isName()) {
      throw cursor.found("expected stream name");
    }
    String name = cursor.next().text();
    end();
    Span span = start.to(cursor.last());
    return switch (verb) {
      case "DESCRIBE" -> new Statement.Describe(kind, name, span);
      case "EXPLAIN" -> new Statement.Explain(kind, name, span);
      default -> new Statement.Drop(kind, name, span);
    };
  }

  private void end() {
    cursor.accept(Symbol.SEMICOLON);
    if (!cursor.peek().is(Symbol.END_OF_TEXT)) {
      throw cursor.found("expected semecolon or EOF");
    }
  }

  private static String upper(Lexeme word) {
    return word.is(Symbol.IDENTIFIER) ? word.text().toUpperCase(Locale.ROOT) : word.shown();
  }
}
