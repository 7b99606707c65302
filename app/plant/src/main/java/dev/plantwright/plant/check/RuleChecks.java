package dev.plantwright.plant.check;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.RuleFile;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.text.Span;
import java.util.List;
import java.util.Optional;

/** Checks of rules but for their SQL. */
final class RuleChecks {
  /** What an id may be; others are told by the shape of the file. */
  private static final String ID = "[a-zA-Z0-9_-]+";

  private static final List<String> SINKS =
      List.of(
          "mqtt",
          "log",
          "memory",
          "nop",
          "rest",
          "file",
          "neuron",
          "edgex",
          "redis",
          "sql",
          "influx",
          "influx2",
          "kafka",
          "image",
          "websocket",
          "tdengine3",
          "video");

  private final Plant plant;
  private final List<Problem> problems;

  RuleChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plant.rules().forEach(this::rule);
  }

  private void rule(RuleFile rule) {
    id(rule);
    boolean sql = rule.body().get("sql").isPresent();
    boolean graph = rule.body().get("graph").isPresent();
    if (sql == graph) {
      String message =
          sql ? "A rule has SQL or a graph, not both. Remove one." : "The rule has no sql. Add it.";
      error(rule, "RULE-SQL", Span.NONE, message);
    }
    List<JsonValue> actions = rule.body().items("actions");
    if (actions.isEmpty() && !graph) {
      Span span = rule.body().get("actions").map(JsonValue::span).orElse(Span.NONE);
      String message = "The rule has no actions, so its results go nowhere. Add one, such as %s.";
      error(rule, "RULE-ACTIONS", span, message.formatted("{\"log\": {}}"));
    }
    for (JsonValue action : actions) {
      if (action instanceof JsonObject o) {
        action(rule, o);
      }
    }
  }

  private void id(RuleFile rule) {
    Optional<Member> id = rule.body().member("id");
    if (id.isPresent()
        && id.get().value() instanceof JsonString(String text, Span span)
        && text.matches(ID)
        && !text.equals(rule.id())) {
      String message = "The rule is called %s and its file %s.json. Make them the same.";
      error(rule, "RULE-ID", span, message.formatted(text, rule.id()));
    }
  }

  private void action(RuleFile rule, JsonObject action) {
    if (action.members().isEmpty()) {
      error(rule, "RULE-ACTIONS", action.span(), "The action names no sink. Add one or remove it.");
    }
    for (Member sink : action.members()) {
      if (!SINKS.contains(sink.name())) {
        String message = "Sink %s is not known here; the rule engine must have it.%s";
        String hint = Nearest.hint(sink.name(), SINKS);
        problems.add(
            Problem.warning(
                "RULE-ACTIONS",
                place(rule, sink.nameSpan()),
                message.formatted(sink.name(), hint)));
      }
      if (sink.name().equals("mqtt") && sink.value() instanceof JsonObject properties) {
        mqtt(rule, sink, properties);
      }
    }
  }

  private void mqtt(RuleFile rule, Member sink, JsonObject properties) {
    boolean elsewhere = properties.get("resourceId").isPresent();
    for (String required : List.of("server", "topic")) {
      boolean given = properties.text(required).filter(t -> !t.isBlank()).isPresent();
      boolean needed = required.equals("topic") || !elsewhere;
      if (!given && needed) {
        String example =
            required.equals("topic") ? "alarms" : "tcp://${site.mqtt.host}:${site.mqtt.port}";
        String message = "The mqtt sink lacks \"%s\". Add it, such as \"%s\".";
        error(rule, "RULE-ACTIONS", sink.nameSpan(), message.formatted(required, example));
      }
    }
    String topic = properties.text("topic").orElse("");
    int wild = topic.contains("{{") ? -1 : Topics.wildcard(topic);
    if (wild >= 0) {
      JsonString string = (JsonString) properties.get("topic").orElseThrow();
      int offset = rule.source().offsetIn(string, wild);
      String message = "Results cannot be published to a topic with %s. Write it in full.";
      error(rule, "RULE-TOPIC", new Span(offset, offset), message.formatted(topic.charAt(wild)));
    }
  }

  private void error(RuleFile rule, String code, Span span, String message) {
    problems.add(Problem.error(code, place(rule, span), message));
  }

  private static Place place(RuleFile rule, Span span) {
    return span.equals(Span.NONE)
        ? rule.place()
        : Place.of(rule.place().file(), rule.source().lines(), span.start());
  }
}
