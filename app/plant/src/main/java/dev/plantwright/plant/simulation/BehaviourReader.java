package dev.plantwright.plant.simulation;

import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.simulation.Behaviour.Constant;
import dev.plantwright.plant.simulation.Behaviour.Counter;
import dev.plantwright.plant.simulation.Behaviour.Follow;
import dev.plantwright.plant.simulation.Behaviour.Mapping;
import dev.plantwright.plant.simulation.Behaviour.Ramp;
import dev.plantwright.plant.simulation.Behaviour.RandomWalk;
import dev.plantwright.plant.simulation.Behaviour.Shape;
import dev.plantwright.plant.simulation.Behaviour.Sine;
import dev.plantwright.plant.simulation.Behaviour.Step;
import dev.plantwright.plant.simulation.Behaviour.Steps;
import dev.plantwright.plant.simulation.Behaviour.Sum;
import dev.plantwright.plant.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code {"kind": "sine", ...}}. */
final class BehaviourReader {
  static final Behaviour NOTHING = new Constant(PointValue.of(0));
  private static final int DEEPEST = 5;
  static final List<String> KINDS =
      List.of(
          "constant", "ramp", "sine", "random_walk", "counter", "steps", "follow", "map", "sum");

  private final Findings findings;

  BehaviourReader(Findings findings) {
    this.findings = findings;
  }

  Behaviour read(JsonObject object) {
    return read(object, 0);
  }

  private Behaviour read(JsonObject object, int depth) {
    String kind = object.text("kind").orElse("");
    Fields fields = new Fields(object, findings, "The behaviour \"%s\"".formatted(kind));
    fields.requiredText("kind");
    Behaviour behaviour =
        switch (kind) {
          case "constant" -> new Constant(fields.requiredValue("value"));
          case "ramp" -> ramp(fields);
          case "sine" -> sine(fields);
          case "random_walk" -> walk(fields);
          case "counter" -> counter(fields);
          case "steps" -> steps(fields);
          case "follow" -> follow(fields);
          case "map" -> mapping(fields);
          case "sum" -> sum(fields, depth);
          default -> unknown(fields, kind);
        };
    if (KINDS.contains(kind)) {
      fields.end();
    }
    return behaviour;
  }

  private Behaviour unknown(Fields fields, String kind) {
    if (fields.get("kind").isPresent()) {
      String message = "There is no behaviour \"%s\"; there are %s.%s";
      findings.error(
          "SIM-BEHAVIOUR",
          fields.spanOf("kind"),
          message.formatted(kind, String.join(", ", KINDS), Nearest.hint(kind, KINDS)));
    }
    return NOTHING;
  }

  private Behaviour ramp(Fields fields) {
    String shape = fields.text("shape").orElse("sawtooth");
    Shape read =
        switch (shape.toLowerCase(Locale.ROOT)) {
          case "sawtooth" -> Shape.SAWTOOTH;
          case "triangle" -> Shape.TRIANGLE;
          case "once" -> Shape.ONCE;
          default -> {
            findings.error(
                "SIM-RANGE",
                fields.spanOf("shape"),
                "\"shape\" must be sawtooth, triangle or once.");
            yield Shape.SAWTOOTH;
          }
        };
    return new Ramp(
        fields.requiredNumber("from", 0),
        fields.requiredNumber("to", 1),
        fields.requiredPositive("period_s"),
        read);
  }

  private Behaviour sine(Fields fields) {
    return new Sine(
        fields.requiredNumber("mean", 0),
        fields.requiredNumber("swing", 1),
        fields.requiredPositive("period_s"),
        fields.number("phase_s", 0));
  }

  private Behaviour walk(Fields fields) {
    double low = fields.requiredNumber("low", 0);
    double high = fields.requiredNumber("high", 1);
    double start = fields.number("start", (low + high) / 2);
    if (low >= high || start < low || start > high) {
      findings.error(
          "SIM-RANGE",
          fields.spanOf("low"),
          "\"low\" must be less than \"high\" and \"start\" between them.");
      return NOTHING;
    }
    double every = fields.get("every_s").isPresent() ? fields.requiredPositive("every_s") : 1;
    return new RandomWalk(start, low, high, fields.requiredPositive("step"), every);
  }

  private Behaviour counter(Fields fields) {
    double start = fields.number("start", 0);
    var of = fields.text("of");
    if (of.isPresent()) {
      return new Counter(start, 0, of, fields.number("factor", 1));
    }
    return new Counter(start, fields.requiredNumber("per_s", 1), of, 1);
  }

  private Behaviour steps(Fields fields) {
    fields.required("steps");
    List<Step> steps = new ArrayList<>();
    double longest = 0;
    for (JsonValue item : fields.items("steps")) {
      if (fields.asObject("steps", item).isPresent()) {
        Fields step = new Fields((JsonObject) item, findings, "A step");
        steps.add(new Step(step.requiredValue("value"), step.requiredSeconds("for_s")));
        longest = Math.max(longest, steps.getLast().duration().least());
        step.end();
      }
    }
    if (longest <= 0) {
      findings.error(
          "SIM-RANGE", fields.spanOf("steps"), "\"steps\" needs a step that takes some time.");
      return NOTHING;
    }
    return new Steps(steps);
  }

  private Behaviour follow(Fields fields) {
    return new Follow(
        fields.requiredText("point").orElse(""),
        fields.notNegative("lag_s", 0),
        fields.number("factor", 1),
        fields.number("offset", 0));
  }

  private Behaviour mapping(Fields fields) {
    Map<String, PointValue> values = new LinkedHashMap<>();
    fields
        .requiredObject("values")
        .ifPresent(
            object ->
                object
                    .members()
                    .forEach(
                        member ->
                            fields
                                .value(member.name(), member.value())
                                .ifPresent(value -> values.put(member.name(), value))));
    return new Mapping(
        fields.requiredText("point").orElse(""), values, fields.requiredValue("otherwise"));
  }

  private Behaviour sum(Fields fields, int depth) {
    fields.required("of");
    if (depth >= DEEPEST) {
      findings.error("SIM-RANGE", fields.span(), "Sums are nested too deep.");
      return NOTHING;
    }
    List<Behaviour> parts = new ArrayList<>();
    for (JsonValue item : fields.items("of")) {
      fields.asObject("of", item).ifPresent(object -> parts.add(read(object, depth + 1)));
    }
    return new Sum(parts);
  }
}
