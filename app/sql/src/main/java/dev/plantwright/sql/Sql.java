package dev.plantwright.sql;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.lexer.Highlighter;
import dev.plantwright.sql.lexer.Token;
import dev.plantwright.sql.parse.Parsed;
import dev.plantwright.sql.parse.StatementParser;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.text.SqlProblem;
import java.util.List;

/** What an editor, a check and a door ask of a statement; nothing here throws on any text. */
public final class Sql {
  private Sql() {}

  /** Reads the first statement of a text. */
  public static Parsed<Statement> parse(String text) {
    return StatementParser.parse(text);
  }

  /** What is wrong with the statement of a rule that reads these streams; empty if nothing is. */
  public static List<SqlProblem> check(String selectText, Catalog catalog) {
    return Planner.check(selectText, catalog);
  }

  /** Pieces to colour, in order, without white space. */
  public static List<Token> tokens(String text) {
    return Highlighter.tokens(text);
  }
}
