package dev.plantwright.sql.lexer;

import java.util.ArrayList;
import java.util.List;

/** Colours of a text. */
public final class Highlighter {
  private Highlighter() {}

  /** All pieces but white space, in order. */
  public static List<Token> tokens(String text) {
    List<Lexeme> lexemes = Lexer.all(text);
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i + 1 < lexemes.size(); i++) {
      Lexeme lexeme = lexemes.get(i);
      Token.Kind kind = kind(lexeme, lexemes.get(i + 1));
      tokens.add(new Token(kind, lexeme.span().start(), lexeme.span().length()));
    }
    return List.copyOf(tokens);
  }

  private static Token.Kind kind(Lexeme lexeme, Lexeme after) {
    if (lexeme.symbol().isKeyword()) {
      return Token.Kind.KEYWORD;
    }
    return switch (lexeme.symbol()) {
      case COMMENT -> Token.Kind.COMMENT;
      case ILLEGAL, BAD_STRING -> Token.Kind.ERROR;
      case STRING, SINGLE_QUOTED_STRING -> Token.Kind.STRING;
      case INTEGER, NUMBER -> Token.Kind.NUMBER;
      case QUOTED_IDENTIFIER -> Token.Kind.IDENTIFIER;
      case IDENTIFIER ->
          Words.isKeyword(lexeme.text())
              ? Token.Kind.KEYWORD
              : after.is(Symbol.LEFT_PAREN) ? Token.Kind.FUNCTION : Token.Kind.IDENTIFIER;
      default -> Token.Kind.OPERATOR;
    };
  }
}
