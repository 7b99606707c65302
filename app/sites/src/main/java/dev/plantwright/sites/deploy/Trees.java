package dev.plantwright.sites.deploy;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.sites.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Between the JSON of plant files, which knows places, and that of the doors. */
final class Trees {
  private static final String HIDDEN = "••••••";

  private Trees() {}

  static JsonNode door(JsonValue value) {
    return Json.read(value.compact());
  }

  static JsonObject plant(JsonNode value) {
    return value.isObject() ? JsonText.parse(Json.write(value)).object() : JsonObject.EMPTY;
  }

  /** The same to be looked at: what may be a password and is no variable is not shown. */
  static JsonObject masked(JsonObject object) {
    List<Member> members = new ArrayList<>();
    for (Member member : object.members()) {
      members.add(
          new Member(member.name(), member.nameSpan(), masked(member.name(), member.value())));
    }
    return new JsonObject(members, object.span());
  }

  private static JsonValue masked(String name, JsonValue value) {
    return switch (value) {
      case JsonObject object -> masked(object);
      case JsonArray(var items, var span) ->
          new JsonArray(items.stream().map(item -> masked(name, item)).toList(), span);
      case JsonString(String text, var span) when isSecret(name, text) -> JsonValue.of(HIDDEN);
      default -> value;
    };
  }

  private static boolean isSecret(String name, String text) {
    String word = name.toLowerCase(Locale.ROOT);
    boolean secret = word.contains("pass") || word.contains("secret") || word.contains("token");
    return secret && !text.isEmpty() && !text.contains("${");
  }
}
