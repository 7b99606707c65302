package dev.plantwright.engine.rules.flow;

import dev.plantwright.sql.value.GoJson;
import dev.plantwright.sql.value.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Go's text templates that is there yet: text, {@code {{.}}}, {@code {{.a.b}}} and
 * {@code {{json .a}}}.
 */
public final class Template {
  private static final Pattern ACTION = Pattern.compile("(json\\s+)?(\\.|(?:\\.\\w+)+)");

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
  }

  private sealed interface Piece {
    record Text(String text) implements Piece {}

    record Value(List<String> path, boolean json) implements Piece {}
  }

  /** A template that cannot be used. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a template.
   *
   * @throws Refused with the reason
   */
  public static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
      int close = text.indexOf("}}", open);
      if (close < 0) {
        int line = 1 + (int) text.substring(0, open).chars().filter(c -> c == '\n').count();
        throw new Refused("template: sink:" + line + ": unclosed action");
      }
      pieces.add(new Piece.Text(text.substring(at, open)));
      pieces.add(action(text.substring(open + 2, close).strip()));
      at = close + 2;
    }
    pieces.add(new Piece.Text(text.substring(at)));
    return new Template(List.copyOf(pieces));
  }

  private static Piece action(String action) {
    Matcher matcher = ACTION.matcher(action);
    if (!matcher.matches()) {
      throw new Refused("not supported yet: the template action {{" + action + "}}");
    }
    List<String> path =
        Pattern.compile("\\.").splitAsStream(matcher.group(2)).filter(p -> !p.isEmpty()).toList();
    return new Piece.Value(path, matcher.group(1) != null);
  }

  /** The text for a row (a map) or a list of rows. */
  public String render(Object data) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String literal) -> text.append(literal);
        case Piece.Value(var path, boolean json) -> {
          Object value = follow(data, path);
          text.append(json ? GoJson.of(value) : value == null ? "<no value>" : GoText.of(value));
        }
      }
    }
    return text.toString();
  }

  private static Object follow(Object data, List<String> path) {
    Object value = data;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }
}
