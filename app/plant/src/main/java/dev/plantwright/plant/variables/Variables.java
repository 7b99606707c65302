package dev.plantwright.plant.variables;

import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNull;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of plant files: replaced by values when a plant is deployed, and put back when a site
 * is read. In JSON a text that is one variable of a port becomes a number.
 */
public final class Variables {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}\\n]*)}");

  private Variables() {}

  /** All variables in a text, also those that are not ours. */
  public static List<Variable> in(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(m -> new Variable(m.group(1), new Span(m.start(), m.end())))
        .toList();
  }

  /** A text with our variables replaced. */
  public static Resolved<String> resolve(String text, VariableValues values) {
    Set<String> missing = new LinkedHashSet<>();
    String resolved = text(text, values, missing);
    return new Resolved<>(resolved, List.copyOf(missing));
  }

  /** A JSON value with our variables in all its texts replaced; names of members stay. */
  public static Resolved<JsonValue> resolve(JsonValue value, VariableValues values) {
    Set<String> missing = new LinkedHashSet<>();
    JsonValue resolved = json(value, values, missing);
    return new Resolved<>(resolved, List.copyOf(missing));
  }

  /**
   * What was read from a site, written as the plant writes it: where the value equals what the
   * plant says with its variables replaced, the plant's text stands, variables and all.
   *
   * @param live as read
   * @param written as the plant has it
   */
  public static JsonValue restore(JsonValue live, JsonValue written, VariableValues values) {
    if (live instanceof JsonObject o && written instanceof JsonObject w) {
      List<Member> members = new ArrayList<>();
      for (Member m : o.members()) {
        Optional<JsonValue> before = w.get(m.name());
        JsonValue restored = before.map(b -> restore(m.value(), b, values)).orElse(m.value());
        members.add(new Member(m.name(), Span.NONE, restored));
      }
      return new JsonObject(members, Span.NONE);
    }
    if (live instanceof JsonArray a && written instanceof JsonArray w) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < a.items().size(); i++) {
        JsonValue item = a.items().get(i);
        items.add(i < w.items().size() ? restore(item, w.items().get(i), values) : item);
      }
      return new JsonArray(items, Span.NONE);
    }
    return resolve(written, values).value().sameAs(live) ? written : live;
  }

  /** {@link #restore(JsonValue, JsonValue, VariableValues)} for a text, such as a stream. */
  public static String restore(String live, String written, VariableValues values) {
    return resolve(written, values).value().equals(live) ? written : live;
  }

  private static String text(String text, VariableValues values, Set<String> missing) {
    Matcher matcher = VARIABLE.matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      Variable variable = new Variable(matcher.group(1), Span.NONE);
      Optional<String> value = variable.isOurs() ? values.value(variable.name()) : Optional.empty();
      if (variable.isOurs() && value.isEmpty()) {
        missing.add(variable.name());
      }
      matcher.appendReplacement(out, Matcher.quoteReplacement(value.orElse(matcher.group())));
    }
    return matcher.appendTail(out).toString();
  }

  private static JsonValue json(JsonValue value, VariableValues values, Set<String> missing) {
    return switch (value) {
      case JsonObject(List<Member> members, Span span) ->
          new JsonObject(
              members.stream()
                  .map(m -> new Member(m.name(), m.nameSpan(), json(m.value(), values, missing)))
                  .toList(),
              span);
      case JsonArray(List<JsonValue> items, Span span) ->
          new JsonArray(items.stream().map(i -> json(i, values, missing)).toList(), span);
      case JsonString s -> string(s, values, missing);
      case JsonNumber _, JsonBoolean _, JsonNull _ -> value;
    };
  }

  private static JsonValue string(JsonString string, VariableValues values, Set<String> missing) {
    String resolved = text(string.value(), values, missing);
    Matcher alone = VARIABLE.matcher(string.value());
    boolean number =
        alone.matches()
            && new Variable(alone.group(1), Span.NONE).isNumber()
            && resolved.matches("0|[1-9][0-9]{0,8}");
    return number
        ? new JsonNumber(resolved, string.span())
        : new JsonString(resolved, string.span());
  }
}
