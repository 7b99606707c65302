package dev.plantwright.engine.rules.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Options of a rule that this engine knows.
 *
 * @param lateTolerance in milliseconds
 * @param notYet name of an option that is set and not there yet
 */
public record RuleOptions(
    boolean eventTime,
    long lateTolerance,
    int bufferLength,
    boolean sendMetadata,
    boolean sendNull,
    boolean sendError,
    Optional<String> notYet) {
  private static final List<String> NOT_YET =
      List.of("cron", "duration", "cronDatetimeRange", "planOptimizeStrategy");
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("iseventtime", "isEventTime bool"),
          Map.entry("latetolerance", "lateTolerance duration"),
          Map.entry("concurrency", "concurrency int"),
          Map.entry("bufferlength", "bufferLength int"),
          Map.entry("sendmetatosink", "sendMetaToSink bool"),
          Map.entry("sendnilfield", "sendNilField bool"),
          Map.entry("senderror", "sendError bool"),
          Map.entry("debug", "debug bool"),
          Map.entry("qos", "qos def.Qos"),
          Map.entry("checkpointinterval", "checkpointInterval duration"),
          Map.entry("restartstrategy", "restartStrategy def.RestartStrategy"),
          Map.entry("planoptimizestrategy", "planOptimizeStrategy def.PlanOptimizeStrategy"));

  static RuleOptions of(JsonNode node, String ruleId) {
    Map<String, JsonNode> members = GoJsonReader.members(node);
    members.forEach(RuleOptions::checkKind);
    positive(members, "concurrency", "invalidConcurrency:concurrency", ruleId);
    positive(members, "bufferlength", "invalidBufferLength:bufferLength", ruleId);
    positive(members, "latetolerance", "invalidLateTol:lateTol", ruleId);
    if (members.containsKey("restartstrategy")) {
      positive(
          GoJsonReader.members(members.get("restartstrategy")),
          "attempts",
          "invalidRestartAttempts:restart attempts",
          ruleId);
    }
    return new RuleOptions(
        flag(members, "iseventtime"),
        members.containsKey("latetolerance")
            ? Durations.milliseconds(members.get("latetolerance"))
            : 1000,
        members.containsKey("bufferlength")
            ? Math.clamp(members.get("bufferlength").longValue(), 1, 1_000_000)
            : 1024,
        flag(members, "sendmetatosink"),
        flag(members, "sendnilfield"),
        flag(members, "senderror"),
        notYet(members));
  }

  /** An option that would change what the rule does. */
  private static Optional<String> notYet(Map<String, JsonNode> members) {
    return NOT_YET.stream()
        .filter(name -> says(members.get(name.toLowerCase(Locale.ROOT))))
        .findFirst();
  }

  private static boolean says(JsonNode value) {
    return value != null
        && !(value.isContainer() && value.isEmpty())
        && !value.asString("-").isEmpty();
  }

  private static boolean flag(Map<String, JsonNode> members, String name) {
    return members.containsKey(name) && members.get(name).asBoolean(false);
  }

  private static void checkKind(String name, JsonNode value) {
    String[] kind = KINDS.getOrDefault(name, " ").split(" ", 2);
    boolean fits =
        switch (kind[1]) {
          case "bool" -> value.isBoolean();
          case "int", "def.Qos" -> value.isIntegralNumber();
          case "duration" -> {
            Durations.milliseconds(value);
            yield true;
          }
          case "def.RestartStrategy", "def.PlanOptimizeStrategy" -> value.isObject();
          default -> true;
        };
    if (!fits) {
      throw GoProblem.general(
          GoJsonReader.mismatch(
              value, "struct field RuleOption.options." + kind[0] + " of type " + kind[1]));
    }
  }

  private static void positive(
      Map<String, JsonNode> members, String name, String complaint, String ruleId) {
    JsonNode value = members.get(name);
    boolean negative =
        value != null && (value.isNumber() ? value.longValue() : Durations.milliseconds(value)) < 0;
    if (negative) {
      throw new InvalidOptions(
          "Rule %s has invalid options: %s must be greater than 0.".formatted(ruleId, complaint));
    }
  }

  /** Options of the right kind with a wrong value. */
  static final class InvalidOptions extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidOptions(String message) {
      super(message, null, false, false);
    }
  }
}
