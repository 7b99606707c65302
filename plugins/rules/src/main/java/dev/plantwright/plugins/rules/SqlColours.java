package dev.plantwright.plugins.rules;

import dev.plantwright.api.code.CodeEditor.Colour;
import dev.plantwright.sql.Sql;
import dev.plantwright.sql.lexer.Token;
import java.util.List;

/** Colours of SQL. */
final class SqlColours {
  private SqlColours() {}

  static List<Colour> of(String sql) {
    return Sql.tokens(sql).stream()
        .map(t -> new Colour(t.start(), t.length(), style(t.kind())))
        .toList();
  }

  private static String style(Token.Kind kind) {
    return switch (kind) {
      case KEYWORD -> "keyword";
      case FUNCTION -> "function";
      case STRING -> "string";
      case NUMBER -> "number";
      case COMMENT -> "comment";
      case IDENTIFIER, OPERATOR, ERROR -> "";
    };
  }
}
