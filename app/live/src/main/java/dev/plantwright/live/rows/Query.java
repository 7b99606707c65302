package dev.plantwright.live.rows;

import dev.plantwright.live.Format;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the user looks for among the value rows: words of the path and comparisons of the value, all
 * of which must hold; immutable.
 *
 * <p>{@code filler speed}, {@code temp > 70}, {@code < 5}, {@code state = running}, {@code
 * quality:bad}, {@code unit:bar}, {@code "line 1"}. Upper and lower case are the same.
 *
 * @param text as it was typed
 * @param tokens its pieces in order, for colouring
 * @param problem what is wrong with it in words; what is right of it is looked for all the same
 */
public record Query(String text, List<Term> terms, List<Token> tokens, Optional<String> problem) {
  /** Looks for nothing: no row matches. */
  public static final Query NONE = new Query("", List.of(), List.of(), Optional.empty());

  public Query {
    terms = List.copyOf(terms);
    tokens = List.copyOf(tokens);
  }

  /** One thing that must hold. */
  public sealed interface Term {
    /** The path contains it; lower case. */
    record Word(String text) implements Term {}

    /** The value is a number that compares so. */
    record Compare(Operator operator, double number) implements Term {}

    /** The value reads so (or not); lower case. */
    record Reads(boolean same, String text) implements Term {}

    record QualityIs(Quality.State state) implements Term {}

    /** The unit is this one. */
    record UnitIs(String unit) implements Term {}
  }

  /** How numbers are compared. */
  public enum Operator {
    ABOVE(">", "above"),
    AT_LEAST(">=", "at least"),
    BELOW("<", "below"),
    AT_MOST("<=", "at most"),
    IS("=", "equal to"),
    IS_NOT("!=", "other than");

    final String symbol;
    final String words;

    Operator(String symbol, String words) {
      this.symbol = symbol;
      this.words = words;
    }

    boolean holds(double value, double number) {
      return switch (this) {
        case ABOVE -> value > number;
        case AT_LEAST -> value >= number;
        case BELOW -> value < number;
        case AT_MOST -> value <= number;
        case IS -> value == number;
        case IS_NOT -> value != number && !Double.isNaN(value);
      };
    }
  }

  /** A piece of the text, from {@code start} up to {@code end}. */
  public record Token(int start, int end, Kind kind) {
    /** What a piece is. */
    public enum Kind {
      WORD,
      OPERATOR,
      NUMBER,
      KEY
    }
  }

  /** Never fails: what cannot be understood is told in {@link #problem}. */
  public static Query parse(String text) {
    return new QueryParser(text).parse();
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /**
   * Its meaning in words: {@code topic contains “temp” and value above 70}; empty if it is empty.
   */
  public String explain() {
    List<String> parts = new ArrayList<>();
    if (!words().isEmpty()) {
      parts.add(
          words().stream()
              .map(word -> "“" + word + "”")
              .collect(Collectors.joining(" and ", "topic contains ", "")));
    }
    terms.stream().map(Query::explain).filter(part -> !part.isEmpty()).forEach(parts::add);
    return String.join(" and ", parts);
  }

  /** The words that the path must contain, lower case. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (Term term : terms) {
      if (term instanceof Term.Word(String word)) {
        words.add(word);
      }
    }
    return words;
  }

  /** Whether what is looked for depends on more than paths, so that it changes with the values. */
  public boolean looksAtValues() {
    return terms.stream().anyMatch(term -> !(term instanceof Term.Word));
  }

  /** Whether it compares the value, so that the value is part of what was found. */
  public boolean comparesValue() {
    return terms.stream()
        .anyMatch(term -> term instanceof Term.Compare || term instanceof Term.Reads);
  }

  /** Where the words stand in a name: start and end of each place, in order and without overlap. */
  public List<Token> found(String name) {
    boolean[] marked = new boolean[name.length() + 1];
    String lower = name.toLowerCase(Locale.ROOT);
    for (String word : words()) {
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        for (int i = at; i < Math.min(at + word.length(), name.length()); i++) {
          marked[i] = true;
        }
      }
    }
    List<Token> places = new ArrayList<>();
    for (int i = 0; i < name.length(); i++) {
      if (marked[i]) {
        int start = i;
        while (marked[i]) {
          i++;
        }
        places.add(new Token(start, i, Token.Kind.WORD));
      }
    }
    return places;
  }

  /** Whether the value is as looked for, whatever the path is. */
  boolean holds(Value value) {
    for (Term term : terms) {
      boolean holds =
          switch (term) {
            case Term.Compare(Operator operator, double number) ->
                operator.holds(value.asNumber(), number);
            case Term.Reads(boolean same, String text) -> reads(value, text) == same;
            case Term.Word word -> true;
            case Term.QualityIs quality -> true;
            case Term.UnitIs unit -> true;
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static boolean reads(Value value, String text) {
    return switch (value) {
      case Value.Text(String words) -> words.equalsIgnoreCase(text);
      case Value.Flag(boolean on) -> text.equals(on ? "true" : "false");
      case Value.Whole whole -> false;
      case Value.Real real -> false;
      case Value.Binary binary -> false;
      case Value.Missing missing -> false;
    };
  }

  private static String explain(Term term) {
    return switch (term) {
      case Term.Word word -> "";
      case Term.Compare(Operator operator, double number) ->
          "value " + operator.words + " " + Format.number(number, OptionalInt.empty());
      case Term.Reads(boolean same, String text) ->
          "value is " + (same ? "" : "not ") + "“" + text + "”";
      case Term.QualityIs(Quality.State state) ->
          state == Quality.State.NONE
              ? "without a value"
              : "quality is " + state.name().toLowerCase(Locale.ROOT);
      case Term.UnitIs(String unit) -> "unit is " + unit;
    };
  }
}
