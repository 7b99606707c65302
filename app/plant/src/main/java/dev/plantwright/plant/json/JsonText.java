package dev.plantwright.plant.json;

import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.text.Lines;
import dev.plantwright.plant.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A JSON file as text and as values, each value with its place in the text. Immutable; reading
 * never throws.
 */
public final class JsonText {
  private final String text;
  private final Lines lines;
  private final Optional<JsonValue> root;
  private final List<JsonFault> faults;

  private JsonText(String text, Optional<JsonValue> root, List<JsonFault> faults) {
    this.text = text;
    this.lines = Lines.of(text);
    this.root = root;
    this.faults = List.copyOf(faults);
  }

  public static JsonText parse(String text) {
    JsonParser parser = new JsonParser(text);
    try {
      JsonValue root = parser.document();
      return new JsonText(text, Optional.of(root), parser.faults());
    } catch (JsonParser.Unreadable e) {
      return new JsonText(text, Optional.empty(), List.of(e.fault));
    }
  }

  public String text() {
    return text;
  }

  public Lines lines() {
    return lines;
  }

  /** The value of the file; empty if it cannot be read. */
  public Optional<JsonValue> root() {
    return root;
  }

  /** The value of the file if it is an object, else an empty one. */
  public JsonObject object() {
    return root.orElse(null) instanceof JsonObject o ? o : JsonObject.EMPTY;
  }

  /** Why it cannot be read (one, fatal) or what is doubtful in it. */
  public List<JsonFault> faults() {
    return faults;
  }

  /**
   * The offset in the text of the character at an index of a decoded string, over its escapes.
   *
   * @param string a string of this text
   * @param index from 0; the length of the string gives its closing quote
   */
  public int offsetIn(JsonString string, int index) {
    int at = string.span().start() + 1;
    for (int i = 0; i < index && at < string.span().end() - 1; i++) {
      at += text.charAt(at) != '\\' ? 1 : text.charAt(at + 1) == 'u' ? 6 : 2;
    }
    return at;
  }

  /**
   * The value at a pointer (RFC 6901: {@code ""} is the root, {@code /groups/process/interval} a
   * member of a member, {@code /series/0} an item); empty if there is none.
   */
  public Optional<JsonValue> at(String pointer) {
    return root.flatMap(r -> JsonPointer.parse(pointer).in(r));
  }

  /**
   * This text with the value at a pointer set; members that are missing on the way are made. All
   * else stays as it is written. An unreadable text and a pointer through something that is no
   * object or array give the text unchanged.
   */
  public JsonText with(String pointer, JsonValue value) {
    return parse(new JsonEdit(this).with(JsonPointer.parse(pointer), value));
  }

  /** This text without the member or item at a pointer; unchanged if there is none. */
  public JsonText without(String pointer) {
    return parse(new JsonEdit(this).without(JsonPointer.parse(pointer)));
  }

  /** This text with an item added at the end of the array at a pointer. */
  public JsonText append(String pointer, JsonValue item) {
    return parse(new JsonEdit(this).append(JsonPointer.parse(pointer), item));
  }

  /** The source of a value as written. */
  public String source(JsonValue value) {
    Span span = value.span();
    return span.of(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
