package dev.plantwright.sql.parse;

import dev.plantwright.sql.ast.ColumnDefinition;
import dev.plantwright.sql.ast.DataType;
import dev.plantwright.sql.ast.Expression;
import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.ast.StreamOptions;
import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Symbol;
import dev.plantwright.sql.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code CREATE STREAM} and {@code CREATE TABLE}, from the name on. */
final class CreateParser {
  private static final String TYPES =
      "expect valid stream field types(BIGINT | FLOAT | STRING | DATETIME | BOOLEAN | BYTEA | ARRAY"
          + " | STRUCT)";

  private final Cursor cursor;

  CreateParser(Cursor cursor) {
    this.cursor = cursor;
  }

  Statement.Create create(Statement.Kind kind, Span start) {
    if (!cursor.peek().isName()) {
      throw cursor.found("expected stream name");
    }
    Lexeme name = cursor.next();
    cursor.expect(Symbol.LEFT_PAREN, "expected lparen after stream name");
    List<ColumnDefinition> columns = columns();
    with();
    StreamOptions options = new OptionsParser(cursor).options();
    cursor.accept(Symbol.SEMICOLON);
    if (!cursor.peek().is(Symbol.END_OF_TEXT)) {
      throw cursor.found("expected semicolon or EOF");
    }
    Statement.Create create =
        new Statement.Create(
            kind, name.text(), columns, options, cursor.text(), start.to(cursor.last()));
    CreateChecks.check(cursor, create, name.span());
    return create;
  }

  private void with() {
    Lexeme lexeme = cursor.peek();
    if (!lexeme.isWord("WITH")) {
      String shown =
          lexeme.is(Symbol.IDENTIFIER) ? lexeme.text().toUpperCase(Locale.ROOT) : lexeme.shown();
      boolean closing = lexeme.is(Symbol.RIGHT_PAREN);
      throw cursor.found(
          lexeme.span(), shown, closing ? "expect stream options" : "expected is with");
    }
    cursor.next();
  }

  /** Up to the closing parenthesis; a trailing comma is welcome. */
  private List<ColumnDefinition> columns() {
    List<ColumnDefinition> columns = new ArrayList<>();
    while (!cursor.accept(Symbol.RIGHT_PAREN)) {
      columns.add(column());
      if (!cursor.accept(Symbol.COMMA) && !cursor.peek().is(Symbol.RIGHT_PAREN)) {
        throw cursor.found("expect comma or rparen");
      }
    }
    return List.copyOf(columns);
  }

  private ColumnDefinition column() {
    Lexeme name = cursor.peek();
    if (!name.isName()) {
      throw cursor.found("expect stream field name");
    }
    cursor.next();
    DataType type = type(TYPES);
    Optional<Expression> defaultValue = Optional.empty();
    if (cursor.accept(Symbol.DEFAULT)) {
      defaultValue = Optional.of(DefaultValue.parse(cursor, type));
    }
    Span span = name.span().to(cursor.last());
    return new ColumnDefinition(name.text(), type, defaultValue, span);
  }

  private DataType type(String expected) {
    cursor.enter();
    Lexeme word = cursor.peek();
    DataType type;
    if (word.isWord("ARRAY")) {
      cursor.next();
      type = array();
    } else if (word.isWord("STRUCT")) {
      cursor.next();
      type = struct();
    } else {
      type = basic(word).orElseThrow(() -> cursor.found(expected));
      cursor.next();
    }
    cursor.leave();
    return type;
  }

  private DataType array() {
    if (!cursor.accept(Symbol.LEFT_PAREN)) {
      cursor.next();
      throw cursor.found("expect comma or rparen");
    }
    DataType element = type("expect stream data types");
    cursor.expect(Symbol.RIGHT_PAREN, "expect rparen in array of stream declaration");
    return new DataType.ArrayOf(element);
  }

  private DataType struct() {
    cursor.expect(Symbol.LEFT_PAREN, "expected lparen after stream name");
    List<ColumnDefinition> columns = columns();
    if (columns.isEmpty()) {
      throw cursor.found("expected is with");
    }
    return new DataType.Struct(columns);
  }

  private static Optional<DataType> basic(Lexeme word) {
    if (word.is(Symbol.IDENTIFIER)) {
      for (DataType.Basic type : DataType.Basic.values()) {
        if (word.isWord(type.name())) {
          return Optional.of(type);
        }
      }
    }
    return Optional.empty();
  }
}
