package dev.plantwright.plant.check;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonArray;
import dev.plantwright.plant.json.JsonValue.JsonBoolean;
import dev.plantwright.plant.json.JsonValue.JsonNull;
import dev.plantwright.plant.json.JsonValue.JsonNumber;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.List;
import java.util.regex.Pattern;

/** Finds secrets that stand in a plant as plain text, from where they would get into git. */
final class SecretChecks {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(.*[_-])?(password|passwd|pass|pwd|secret|token|keypass|passphrase|api_?key"
              + "|access_?key|private_?key|secretkey)|.*(Password|Secret|Token)");
  private static final Pattern LOGIN_IN_ADDRESS =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://[^/@\\s:]+:(?!\\$\\{)[^/@\\s]+@.*");

  private final Plant plant;
  private final List<Problem> problems;

  SecretChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plant.drivers().forEach(n -> file(n.place().file(), n.source()));
    plant.apps().forEach(n -> file(n.place().file(), n.source()));
    plant.rules().forEach(r -> file(r.place().file(), r.source()));
    plant.sites().forEach(s -> file(s.place().file(), s.source()));
  }

  private void file(String path, JsonText text) {
    text.root().ifPresent(root -> value(path, text, "", root));
  }

  private void value(String path, JsonText text, String name, JsonValue value) {
    switch (value) {
      case JsonObject(List<Member> members, _) ->
          members.forEach(m -> value(path, text, m.name(), m.value()));
      case JsonArray(List<JsonValue> items, _) -> items.forEach(i -> value(path, text, name, i));
      case JsonString s -> string(path, text, name, s);
      case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }

  private void string(String path, JsonText text, String name, JsonString string) {
    String value = string.value();
    boolean secret = NAME.matcher(name).matches() && !value.isEmpty() && !value.contains("${");
    boolean key = value.contains("PRIVATE KEY-----");
    boolean address = LOGIN_IN_ADDRESS.matcher(value).matches();
    if (secret || key || address) {
      Place place = Place.of(path, text.lines(), string.span().start());
      String message =
          "%s holds a secret as plain text. Keep it with the secrets and write ${secret:NAME}"
              + " here.";
      problems.add(Problem.warning("SECRET-PLAIN", place, message.formatted('"' + name + '"')));
    }
  }
}
