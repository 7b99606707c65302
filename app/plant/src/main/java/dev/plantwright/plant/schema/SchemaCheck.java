package dev.plantwright.plant.schema;

import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNull;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One walk over a value beside its schema. */
final class SchemaCheck {
  private final Schema schema;
  private final List<SchemaFault> faults;

  SchemaCheck(Schema schema, List<SchemaFault> faults) {
    this.schema = schema;
    this.faults = faults;
  }

  /**
   * @param what the value in words, such as {@code "port"}
   * @param inherited code of what encloses the value
   */
  void check(JsonValue value, JsonObject shape, String what, String inherited) {
    JsonObject rules = schema.resolve(shape);
    String code = shape.text("x-code").or(() -> rules.text("x-code")).orElse(inherited);
    if (!hasType(value, rules) || !fits(value, rules)) {
      String message = "%s must be %s, not %s.".formatted(what, wanted(rules), shown(value));
      fault(value.span(), code, message + hint(value, rules));
      return;
    }
    switch (value) {
      case JsonObject o -> object(o, rules, what, code);
      case JsonArray a -> array(a, rules, what, code);
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  private void object(JsonObject object, JsonObject rules, String what, String code) {
    JsonObject properties = rules.object("properties");
    for (JsonValue required : rules.items("required")) {
      String name = ((JsonString) required).value();
      if (object.member(name).isEmpty()) {
        missing(object, properties, name, what, code);
      }
    }
    for (Member member : object.members()) {
      member(member, rules, properties, code);
    }
  }

  private void missing(
      JsonObject object, JsonObject properties, String name, String what, String code) {
    String own = schema.resolve(properties.object(name)).text("x-code").orElse(code);
    own = properties.object(name).text("x-code").orElse(own);
    String hint =
        object.names().stream()
            .filter(n -> properties.get(n).isEmpty() && Nearest.to(n, List.of(name)).isPresent())
            .findFirst()
            .map(" Did you mean it with \"%s\"?"::formatted)
            .orElse("");
    Span start = new Span(object.span().start(), object.span().start() + 1);
    fault(start, own, "%s lacks \"%s\". Add it.".formatted(what, name) + hint);
  }

  private void member(Member member, JsonObject rules, JsonObject properties, String code) {
    String quoted = '"' + member.name() + '"';
    if (properties.get(member.name()).isPresent()) {
      check(member.value(), properties.object(member.name()), quoted, code);
    } else if (rules.get("additionalProperties").orElse(null) instanceof JsonObject other) {
      check(member.value(), other, quoted, code);
    } else {
      Nearest.to(member.name(), properties.names())
          .filter(near -> !near.equals(member.name()))
          .ifPresent(
              near ->
                  faults.add(
                      new SchemaFault(
                          member.nameSpan(),
                          "",
                          "%s is not known here. Did you mean \"%s\"?".formatted(quoted, near),
                          true)));
    }
  }

  private void array(JsonArray array, JsonObject rules, String what, String code) {
    JsonObject items = rules.object("items");
    int number = 1;
    for (JsonValue item : array.items()) {
      check(item, items, "Item %d of %s".formatted(number++, what), code);
    }
  }

  private static boolean hasType(JsonValue value, JsonObject rules) {
    List<String> types = types(rules);
    return types.isEmpty() || types.stream().anyMatch(t -> isA(value, t));
  }

  private static List<String> types(JsonObject rules) {
    Optional<String> one = rules.text("type");
    return one.map(List::of)
        .orElseGet(() -> rules.items("type").stream().map(t -> ((JsonString) t).value()).toList());
  }

  private static boolean isA(JsonValue value, String type) {
    return switch (value) {
      case JsonObject _ -> type.equals("object");
      case JsonArray _ -> type.equals("array");
      case JsonString _ -> type.equals("string");
      case JsonBoolean _ -> type.equals("boolean");
      case JsonNull _ -> type.equals("null");
      case JsonNumber n -> type.equals("number") || type.equals("integer") && isWhole(n);
    };
  }

  private static boolean isWhole(JsonNumber number) {
    return number.decimal().filter(d -> d.stripTrailingZeros().scale() <= 0).isPresent();
  }

  private static boolean fits(JsonValue value, JsonObject rules) {
    boolean listed =
        rules.items("enum").isEmpty() || rules.items("enum").stream().anyMatch(value::sameAs);
    return listed
        && switch (value) {
          case JsonString(String text, _) -> text(text, rules);
          case JsonNumber n -> n.decimal().filter(d -> range(d, rules)).isPresent();
          case JsonArray(var items, _) ->
              rules.number("minItems").filter(m -> items.size() < m.intValue()).isEmpty();
          case JsonObject _, JsonBoolean _, JsonNull _ -> true;
        };
  }

  private static boolean text(String text, JsonObject rules) {
    return rules.text("pattern").filter(p -> !Pattern.compile(p).matcher(text).find()).isEmpty()
        && rules.number("minLength").filter(m -> text.length() < m.intValue()).isEmpty();
  }

  private static boolean range(BigDecimal number, JsonObject rules) {
    return rules.number("minimum").filter(m -> number.compareTo(m) < 0).isEmpty()
        && rules.number("maximum").filter(m -> number.compareTo(m) > 0).isEmpty();
  }

  private static String wanted(JsonObject rules) {
    List<JsonValue> listed = rules.items("enum");
    if (!listed.isEmpty()) {
      return listed.stream().map(JsonValue::compact).collect(Collectors.joining(" or "));
    }
    return types(rules).stream().map(t -> inWords(t, rules)).collect(Collectors.joining(" or "));
  }

  private static String inWords(String type, JsonObject rules) {
    return switch (type) {
      case "object" -> "an object";
      case "array" -> rules.number("minItems").isPresent() ? "a list with items" : "a list";
      case "integer" -> "a whole number" + rangeInWords(rules);
      case "number" -> "a number" + rangeInWords(rules);
      case "boolean" -> "true or false";
      case "string" ->
          rules
              .text("x-pattern-words")
              .orElse(
                  rules.number("minLength").isPresent() ? "a text that is not empty" : "a text");
      default -> type;
    };
  }

  private static String rangeInWords(JsonObject rules) {
    Optional<String> least = rules.number("minimum").map(BigDecimal::toPlainString);
    Optional<String> most = rules.number("maximum").map(BigDecimal::toPlainString);
    if (least.isPresent() && most.isPresent()) {
      return " from %s to %s".formatted(least.get(), most.get());
    }
    return least.map(" of at least %s"::formatted).orElse("");
  }

  private static String shown(JsonValue value) {
    return switch (value) {
      case JsonObject _ -> "an object";
      case JsonArray(var items, _) -> items.isEmpty() ? "an empty list" : "a list";
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> {
        String text = value.compact();
        yield text.length() <= 60 ? text : text.substring(0, 60) + "…";
      }
    };
  }

  private static String hint(JsonValue value, JsonObject rules) {
    List<String> words =
        rules.items("enum").stream()
            .filter(JsonString.class::isInstance)
            .map(v -> ((JsonString) v).value())
            .toList();
    return value instanceof JsonString(String text, _) ? Nearest.hint(text, words) : "";
  }

  private void fault(Span span, String code, String message) {
    faults.add(new SchemaFault(span, code, message, false));
  }
}
