package dev.plantwright.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes payloads apart for people to read; confined to one thread. */
public final class PayloadReader {
  private static final int MAX_TEXT = 2_000;

  private final FlatJson json = new FlatJson();

  /** A line of what differs between two payloads. */
  public record Difference(String path, Optional<String> before, Optional<String> after) {}

  /** The payload as a tree, one line a member; empty if it is not a JSON object or list. */
  public List<PayloadLine> lines(byte[] payload, int most) {
    List<PayloadLine> lines = new ArrayList<>();
    if (isTree(payload)) {
      lines(0, "", 0, lines, most);
    }
    return lines;
  }

  /**
   * The value of a row in one message: empty if the message does not carry it, {@link
   * Value#MISSING} if it carries an error or null.
   *
   * @param member divided by dots as in {@link Latest#member}; empty for the payload itself
   */
  public Optional<Value> value(byte[] payload, String member) {
    if (!json.decode(payload)) {
      return member.isEmpty() ? Optional.of(Plain.of(payload)) : Optional.empty();
    }
    if (member.isEmpty()) {
      return Optional.of(value(0));
    }
    if (json.form(0) == FlatJson.OBJECT && isReport()) {
      int found = find(json.member(0, "values"), member);
      int error = find(json.member(0, "errors"), member);
      return found >= 0
          ? Optional.of(value(found))
          : error >= 0 ? Optional.of(Value.MISSING) : Optional.empty();
    }
    int found = find(0, member);
    return found < 0 ? Optional.empty() : Optional.of(value(found));
  }

  /** What differs between two payloads, in the order of the later one, then what is gone. */
  public List<Difference> difference(byte[] before, byte[] after) {
    Map<String, String> old = texts(before);
    List<Difference> differences = new ArrayList<>();
    texts(after)
        .forEach(
            (path, text) -> {
              String was = old.remove(path);
              if (!Objects.equals(was, text)) {
                differences.add(new Difference(path, Optional.ofNullable(was), Optional.of(text)));
              }
            });
    old.forEach(
        (path, text) -> differences.add(new Difference(path, Optional.of(text), Optional.empty())));
    return differences;
  }

  private boolean isTree(byte[] payload) {
    return payload.length <= Intake.MAX_DECODED
        && json.decode(payload)
        && (json.form(0) == FlatJson.OBJECT || json.form(0) == FlatJson.ARRAY);
  }

  private boolean isReport() {
    return json.member(0, "node") >= 0
        && json.member(0, "group") >= 0
        && json.member(0, "values") >= 0;
  }

  private void lines(int object, String path, int depth, List<PayloadLine> lines, int most) {
    for (int entry = object + 1; entry < json.end(object); entry = json.end(entry)) {
      if (lines.size() >= most) {
        return;
      }
      String below = path.isEmpty() ? json.name(entry) : path + "." + json.name(entry);
      lines.add(new PayloadLine(depth, below, json.name(entry), kind(entry), text(entry)));
      lines(entry, below, depth + 1, lines, most);
    }
  }

  private PayloadLine.Kind kind(int entry) {
    return switch (json.form(entry)) {
      case FlatJson.OBJECT -> PayloadLine.Kind.OBJECT;
      case FlatJson.ARRAY -> PayloadLine.Kind.LIST;
      case Page.TEXT -> PayloadLine.Kind.TEXT;
      case Page.WHOLE, Page.REAL -> PayloadLine.Kind.NUMBER;
      default -> PayloadLine.Kind.WORD;
    };
  }

  private String text(int entry) {
    return switch (json.form(entry)) {
      case FlatJson.OBJECT -> "{" + members(entry) + "}";
      case FlatJson.ARRAY -> "[" + json.bits(entry) + "]";
      case Page.TEXT -> '"' + cut(json.text(entry)) + '"';
      case Page.WHOLE -> Long.toString(json.bits(entry));
      case Page.REAL -> Double.toString(Double.longBitsToDouble(json.bits(entry)));
      case Page.FLAG -> json.bits(entry) != 0 ? "true" : "false";
      default -> "null";
    };
  }

  private int members(int object) {
    int count = 0;
    for (int entry = object + 1; entry < json.end(object); entry = json.end(entry)) {
      count++;
    }
    return count;
  }

  private int find(int object, String member) {
    if (object < 0) {
      return -1;
    }
    int whole = json.member(object, member);
    for (int dot = member.indexOf('.'); whole < 0 && dot >= 0; ) {
      int child = json.member(object, member.substring(0, dot));
      whole = child < 0 ? -1 : find(child, member.substring(dot + 1));
      dot = member.indexOf('.', dot + 1);
    }
    return whole;
  }

  private Value value(int entry) {
    return switch (json.form(entry)) {
      case Page.TEXT -> new Value.Text(json.text(entry));
      case Page.WHOLE -> new Value.Whole(json.bits(entry));
      case Page.REAL -> new Value.Real(Double.longBitsToDouble(json.bits(entry)));
      case Page.FLAG -> new Value.Flag(json.bits(entry) != 0);
      default -> Value.MISSING;
    };
  }

  /** By path the text of every single value, or one line if it is no tree. */
  private Map<String, String> texts(byte[] payload) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (isTree(payload)) {
      List<PayloadLine> lines = new ArrayList<>();
      lines(0, "", 0, lines, FlatJson.MAX_ENTRIES);
      for (PayloadLine line : lines) {
        boolean single =
            line.kind() != PayloadLine.Kind.OBJECT && line.kind() != PayloadLine.Kind.LIST;
        if (single) {
          texts.put(line.path(), line.text());
        }
      }
    } else {
      texts.put("", cut(new String(payload, StandardCharsets.UTF_8)));
    }
    return texts;
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
