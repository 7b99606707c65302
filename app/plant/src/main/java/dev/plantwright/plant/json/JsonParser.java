package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNull;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads JSON (RFC 8259) and keeps the place of everything. One parser reads one text. */
final class JsonParser {
  private static final int DEEPEST = 100;
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*+)(\\.[0-9]++)?+([eE][+-]?[0-9]++)?+");

  private final String text;
  private final List<JsonFault> faults = new ArrayList<>();
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  /** Ends the reading of a text; never leaves this package. */
  static final class Unreadable extends RuntimeException {
    final transient JsonFault fault;

    Unreadable(int offset, String message) {
      super(message, null, false, false);
      this.fault = new JsonFault(offset, message, true);
    }
  }

  List<JsonFault> faults() {
    return faults;
  }

  JsonValue document() {
    blanks();
    if (at == text.length()) {
      throw new Unreadable(0, "The file is empty. Write an object, such as {}.");
    }
    JsonValue value = value();
    blanks();
    if (at < text.length()) {
      throw new Unreadable(at, "Nothing may follow the end of the JSON value. Remove this.");
    }
    return value;
  }

  private JsonValue value() {
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> string();
      default -> wordOrNumber();
    };
  }

  private JsonValue nested(java.util.function.Supplier<JsonValue> reader) {
    if (++depth > DEEPEST) {
      throw new Unreadable(at, "Nested more than " + DEEPEST + " levels deep. Make it flatter.");
    }
    JsonValue value = reader.get();
    depth--;
    return value;
  }

  private JsonObject object() {
    int start = at++;
    List<Member> members = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (boolean more = !closes('}'); more; more = comma('}')) {
      Member member = member();
      if (!names.add(member.name())) {
        String message = "%s is there twice; the last one counts. Remove one.";
        faults.add(
            new JsonFault(member.nameSpan().start(), message.formatted(member.name()), false));
      }
      members.add(member);
    }
    return new JsonObject(members, new Span(start, at));
  }

  private Member member() {
    blanks();
    if (peek() != '"') {
      throw new Unreadable(at, "Expected the name of a member in double quotes here.");
    }
    JsonString name = string();
    blanks();
    if (peek() != ':') {
      throw new Unreadable(at, "Expected a colon after \"%s\".".formatted(name.value()));
    }
    at++;
    blanks();
    return new Member(name.value(), name.span(), value());
  }

  private JsonArray array() {
    int start = at++;
    List<JsonValue> items = new ArrayList<>();
    for (boolean more = !closes(']'); more; more = comma(']')) {
      blanks();
      items.add(value());
    }
    return new JsonArray(items, new Span(start, at));
  }

  private boolean closes(char end) {
    blanks();
    if (peek() == end) {
      at++;
      return true;
    }
    return false;
  }

  /** Whether another item follows. */
  private boolean comma(char end) {
    int before = at;
    if (closes(end)) {
      return false;
    }
    if (peek() != ',') {
      boolean open = at == text.length();
      throw new Unreadable(
          open ? at : before,
          open
              ? "The file ends before its %s. Add it.".formatted(end)
              : "A comma is missing here.");
    }
    int comma = at++;
    blanks();
    if (peek() == end) {
      throw new Unreadable(comma, "A comma before %s is one too many. Remove it.".formatted(end));
    }
    return true;
  }

  private JsonString string() {
    int start = at;
    StringBuilder out = new StringBuilder();
    for (at++; peek() != '"'; at++) {
      if (at >= text.length() || peek() == '\n') {
        throw new Unreadable(start, "This string has no end. Close it with a double quote.");
      }
      if (peek() < 0x20) {
        throw new Unreadable(at, "Write control characters in a string as \\t or \\u0009.");
      }
      out.append(peek() == '\\' ? escape() : peek());
    }
    at++;
    return new JsonString(out.toString(), new Span(start, at));
  }

  /** Reads an escape and stops on its last character. */
  private char escape() {
    int start = at++;
    return switch (peek()) {
      case '"', '\\', '/' -> peek();
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode(start);
      default ->
          throw new Unreadable(start, "JSON has no such escape. A backslash is written \\\\.");
    };
  }

  private char unicode(int start) {
    int code = 0;
    for (int i = 1; i <= 4; i++) {
      int digit = at + i < text.length() ? Character.digit(text.charAt(at + i), 16) : -1;
      if (digit < 0 || text.charAt(at + i) > 'f') {
        throw new Unreadable(start, "\\u needs four hexadecimal digits.");
      }
      code = code * 16 + digit;
    }
    at += 4;
    return (char) code;
  }

  private JsonValue wordOrNumber() {
    int start = at;
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (number.lookingAt()) {
      at = number.end();
    } else {
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
    }
    Span span = new Span(start, at);
    String word = span.of(text);
    return switch (word) {
      case "true" -> new JsonBoolean(true, span);
      case "false" -> new JsonBoolean(false, span);
      case "null" -> new JsonNull(span);
      case String s when number.hasMatch() -> new JsonNumber(s, span);
      default -> throw new Unreadable(start, notAValue(word));
    };
  }

  private String notAValue(String word) {
    if (at == text.length() && word.isEmpty()) {
      return "The file ends where a value should stand.";
    }
    if (word.isEmpty() && peek() == '\'') {
      return "Strings stand in double quotes.";
    }
    if (word.isEmpty() && peek() == '/') {
      return "JSON has no comments. Remove this one.";
    }
    return "Expected a value here: a string in double quotes, a number, true, false, null, { or [.";
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The character here; NUL behind the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }
}
