package dev.plantwright.live.rows;

import dev.plantwright.live.Quality;
import dev.plantwright.live.rows.Query.Operator;
import dev.plantwright.live.rows.Query.Term;
import dev.plantwright.live.rows.Query.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@link Query}; used once. */
final class QueryParser {
  private final String text;
  private final List<Term> terms = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private Optional<String> problem = Optional.empty();
  private int at;

  QueryParser(String text) {
    this.text = text;
  }

  Query parse() {
    skipSpace();
    while (at < text.length()) {
      if (isOperator(text.charAt(at))) {
        comparison();
      } else {
        word();
      }
      skipSpace();
    }
    return new Query(text, terms, tokens, problem);
  }

  private void comparison() {
    int start = at;
    while (at < text.length() && isOperator(text.charAt(at)) && at - start < 2) {
      at++;
    }
    String symbol = text.substring(start, at);
    token(start, Token.Kind.OPERATOR);
    Optional<Operator> operator = operator(symbol);
    skipSpace();
    if (operator.isEmpty()) {
      problem("“" + symbol + "” is no comparison: > >= < <= = !=");
    } else if (at == text.length() || isOperator(text.charAt(at))) {
      problem("a number is missing after " + symbol);
    } else {
      operand(operator.get());
    }
  }

  private void operand(Operator operator) {
    int start = at;
    String word = next();
    Optional<Double> number = number(word);
    if (number.isPresent()) {
      token(start, Token.Kind.NUMBER);
      terms.add(new Term.Compare(operator, number.get()));
    } else if (operator == Operator.IS || operator == Operator.IS_NOT) {
      token(start, Token.Kind.WORD);
      terms.add(new Term.Reads(operator == Operator.IS, word.toLowerCase(Locale.ROOT)));
    } else {
      token(start, Token.Kind.WORD);
      problem("“" + word + "” is not a number");
    }
  }

  private void word() {
    int start = at;
    boolean quoted = text.charAt(at) == '"';
    String word = next();
    String lower = word.toLowerCase(Locale.ROOT);
    if (!quoted && lower.startsWith("quality:")) {
      token(start, Token.Kind.KEY);
      quality(lower.substring("quality:".length()));
    } else if (!quoted && lower.startsWith("unit:")) {
      token(start, Token.Kind.KEY);
      unit(word.substring("unit:".length()));
    } else if (!quoted && (word.startsWith("°") || word.equals("%"))) {
      token(start, Token.Kind.KEY);
      unit(word);
    } else {
      token(start, Token.Kind.WORD);
      if (!lower.isEmpty()) {
        terms.add(new Term.Word(lower));
      }
    }
  }

  private void quality(String name) {
    for (Quality.State state : Quality.State.values()) {
      if (!name.isEmpty() && state.name().toLowerCase(Locale.ROOT).startsWith(name)) {
        terms.add(new Term.QualityIs(state));
        return;
      }
    }
    problem("quality is one of good, uncertain, stale, bad, none");
  }

  private void unit(String unit) {
    if (unit.isEmpty()) {
      problem("a unit is missing after unit:");
    } else {
      terms.add(new Term.UnitIs(unit));
    }
  }

  /** Up to the next space or operator, or the next quotation mark if it begins with one. */
  private String next() {
    if (text.charAt(at) == '"') {
      int end = text.indexOf('"', at + 1);
      String quoted = text.substring(at + 1, end < 0 ? text.length() : end);
      at = end < 0 ? text.length() : end + 1;
      return quoted;
    }
    int start = at;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && !isOperator(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static Optional<Operator> operator(String symbol) {
    for (Operator operator : Operator.values()) {
      if (operator.symbol.equals(symbol)) {
        return Optional.of(operator);
      }
    }
    return symbol.equals("==") ? Optional.of(Operator.IS) : Optional.empty();
  }

  /** Thousands may be divided by commas, the minus may be the long one: as tables show numbers. */
  private static Optional<Double> number(String word) {
    String plain = word.replace(",", "").replace('\u2212', '-');
    boolean digits = plain.chars().allMatch(c -> c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0);
    try {
      return digits ? Optional.of(Double.parseDouble(plain)) : Optional.empty();
    } catch (NumberFormatException notNumber) {
      return Optional.empty();
    }
  }

  private static boolean isOperator(char c) {
    return c == '>' || c == '<' || c == '=' || c == '!';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private void token(int start, Token.Kind kind) {
    tokens.add(new Token(start, at, kind));
  }

  private void problem(String words) {
    if (problem.isEmpty()) {
      problem = Optional.of(words);
    }
  }
}
