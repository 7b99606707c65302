package dev.plantwright.plant.json;

import dev.plantwright.plant.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value that knows where it stands in its text. Immutable. Two values from different places
 * are compared with {@link #sameAs}, not with equals.
 */
public sealed interface JsonValue {
  /** Where it stands; {@link Span#NONE} when it was made, not read. */
  Span span();

  /** An object; members keep their order, of two with one name the last counts. */
  record JsonObject(List<Member> members, Span span) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(List.of(), Span.NONE);

    public JsonObject {
      members = List.copyOf(members);
    }

    public Optional<Member> member(String name) {
      return members.stream().filter(m -> m.name().equals(name)).reduce((first, last) -> last);
    }

    public Optional<JsonValue> get(String name) {
      return member(name).map(Member::value);
    }

    /** The text of a member, if it is there and a string. */
    public Optional<String> text(String name) {
      return get(name) instanceof Optional<JsonValue> v
              && v.orElse(null) instanceof JsonString(String text, Span _)
          ? Optional.of(text)
          : Optional.empty();
    }

    /** A member as a number, if it is there and one. */
    public Optional<BigDecimal> number(String name) {
      return get(name).orElse(null) instanceof JsonNumber n ? n.decimal() : Optional.empty();
    }

    /** A member as an object; an empty one if it is not there or something else. */
    public JsonObject object(String name) {
      return get(name).orElse(null) instanceof JsonObject o ? o : EMPTY;
    }

    /** The items of a member; none if it is not there or not an array. */
    public List<JsonValue> items(String name) {
      return get(name).orElse(null) instanceof JsonArray a ? a.items() : List.of();
    }

    public List<String> names() {
      return members.stream().map(Member::name).distinct().toList();
    }
  }

  /** One member of an object. */
  record Member(String name, Span nameSpan, JsonValue value) {}

  record JsonArray(List<JsonValue> items, Span span) implements JsonValue {
    public JsonArray {
      items = List.copyOf(items);
    }
  }

  /**
   * A string.
   *
   * @param value decoded, without quotes and escapes
   */
  record JsonString(String value, Span span) implements JsonValue {}

  /**
   * A number.
   *
   * @param text as written
   */
  record JsonNumber(String text, Span span) implements JsonValue {
    private static final int MOST_DIGITS = 400;

    /** Its value; empty when it has so many digits that nothing here could use it. */
    public Optional<BigDecimal> decimal() {
      try {
        BigDecimal value = new BigDecimal(text);
        boolean usable = Math.abs((long) value.scale()) + value.precision() <= MOST_DIGITS;
        return usable ? Optional.of(value) : Optional.empty();
      } catch (NumberFormatException e) {
        return Optional.empty(); // an exponent beyond int
      }
    }
  }

  record JsonBoolean(boolean value, Span span) implements JsonValue {}

  record JsonNull(Span span) implements JsonValue {}

  static JsonString of(String value) {
    return new JsonString(value, Span.NONE);
  }

  static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value), Span.NONE);
  }

  static JsonNumber of(BigDecimal value) {
    return new JsonNumber(value.toString(), Span.NONE);
  }

  static JsonBoolean of(boolean value) {
    return new JsonBoolean(value, Span.NONE);
  }

  static JsonArray of(List<JsonValue> items) {
    return new JsonArray(items, Span.NONE);
  }

  /** An object with the members of a map in its order. */
  static JsonObject of(Map<String, ? extends JsonValue> members) {
    List<Member> list = new ArrayList<>();
    members.forEach((name, value) -> list.add(new Member(name, Span.NONE, value)));
    return new JsonObject(list, Span.NONE);
  }

  /**
   * The value as maps in order of their members, lists, strings, {@link BigDecimal}, booleans and
   * null, which any JSON library takes. The collections are the caller's own.
   */
  default Object toJava() {
    return switch (this) {
      case JsonObject(var members, _) -> {
        Map<String, Object> map = new LinkedHashMap<>();
        members.forEach(m -> map.put(m.name(), m.value().toJava()));
        yield map;
      }
      case JsonArray(var items, _) -> {
        List<Object> list = new ArrayList<>();
        items.forEach(i -> list.add(i.toJava()));
        yield list;
      }
      case JsonString(var value, _) -> value;
      case JsonNumber n -> n.decimal().orElse(null);
      case JsonBoolean(var value, _) -> value;
      case JsonNull _ -> null;
    };
  }

  /** The reverse of {@link #toJava}; also takes every {@link Number}. */
  static JsonValue fromJava(Object value) {
    return switch (value) {
      case null -> new JsonNull(Span.NONE);
      case JsonValue v -> v;
      case String s -> of(s);
      case Boolean b -> of(b.booleanValue());
      case Number n -> new JsonNumber(n.toString(), Span.NONE);
      case Map<?, ?> map -> {
        List<Member> list = new ArrayList<>();
        map.forEach((k, v) -> list.add(new Member(String.valueOf(k), Span.NONE, fromJava(v))));
        yield new JsonObject(list, Span.NONE);
      }
      case Iterable<?> items -> {
        List<JsonValue> list = new ArrayList<>();
        items.forEach(i -> list.add(fromJava(i)));
        yield new JsonArray(list, Span.NONE);
      }
      default -> throw new IllegalArgumentException("not JSON: " + value.getClass());
    };
  }

  /** Whether both mean the same: places, order of members and notation of numbers aside. */
  default boolean sameAs(JsonValue other) {
    return switch (this) {
      case JsonObject o -> other instanceof JsonObject p && JsonSame.objects(o, p);
      case JsonArray a -> other instanceof JsonArray b && JsonSame.arrays(a, b);
      case JsonString s -> other instanceof JsonString t && s.value().equals(t.value());
      case JsonNumber n -> other instanceof JsonNumber m && JsonSame.numbers(n, m);
      case JsonBoolean b -> other instanceof JsonBoolean c && b.value() == c.value();
      case JsonNull _ -> other instanceof JsonNull;
    };
  }

  /** On one line, without blanks. */
  default String compact() {
    return JsonPrinter.compact(this);
  }

  /** One item a line, two blanks a level, a line feed at the end. */
  default String pretty() {
    return JsonPrinter.pretty(this, "") + "\n";
  }
}
