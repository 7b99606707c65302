package dev.plantwright.sql.vectors;

import dev.plantwright.sql.ast.Statement;
import dev.plantwright.sql.format.JsonDecoder;
import dev.plantwright.sql.plan.Catalog;
import dev.plantwright.sql.plan.Plan;
import dev.plantwright.sql.plan.PlanOptions;
import dev.plantwright.sql.plan.Planned;
import dev.plantwright.sql.plan.Planner;
import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.run.Output;
import dev.plantwright.sql.run.Run;
import dev.plantwright.sql.value.GoJson;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.value.SqlPanic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Whole rules as they were seen on a running product: payloads in, payloads out. */
final class LiveRuns {
  private static final long BASE = 1_700_000_000_000L;
  private static final Set<String> OPTIONS =
      Set.of("sendError", "sendNilField", "isEventTime", "lateTolerance");

  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{12,}");

  private LiveRuns() {}

  static Outcome run(JsonNode record) {
    JsonNode rule = record.get("rule");
    if (!rule.has("sql") || record.has("pre_rules") && !record.get("pre_rules").isEmpty()) {
      return new Outcome.Failed("needs more than one statement");
    }
    String options = unknownOptions(rule);
    if (!options.isEmpty()) {
      return new Outcome.Failed("needs " + options);
    }
    List<Statement.Create> streams = new ArrayList<>();
    record.get("streams").forEach(text -> streams.add(Cases.create(text.stringValue())));
    if (!streams.getFirst().format().equalsIgnoreCase("json")) {
      return new Outcome.Failed("needs the format " + streams.getFirst().format());
    }
    JsonNode given = rule.path("options");
    PlanOptions planOptions =
        new PlanOptions(
            given.path("isEventTime").asBoolean(false),
            given.path("lateTolerance").asLong(1000),
            given.path("sendNilField").asBoolean(false),
            false);
    Planned planned = Planner.plan(rule.get("sql").stringValue(), Catalog.of(streams), planOptions);
    return switch (planned) {
      case Planned.Failed(var problems) -> refused(record, problems.getFirst().productText());
      case Planned.Ok(Plan plan) ->
          accepted(record, plan, given.path("sendError").asBoolean(false));
    };
  }

  private static String unknownOptions(JsonNode rule) {
    List<String> unknown = new ArrayList<>();
    rule.path("options").propertyNames().stream()
        .filter(name -> !OPTIONS.contains(name))
        .forEach(unknown::add);
    rule.get("actions").get(0).path("mqtt").propertyNames().stream()
        .filter(name -> !Set.of("server", "topic").contains(name))
        .forEach(unknown::add);
    return String.join(" ", unknown);
  }

  private static Outcome refused(JsonNode record, String text) {
    String answers =
        StreamSupport.stream(record.path("creation").spliterator(), false)
            .filter(answer -> answer.get(1).stringValue().startsWith("/rules"))
            .map(answer -> answer.get(3).toString())
            .reduce("", String::concat);
    return answers.isEmpty()
        ? new Outcome.Failed("was refused: " + text)
        : Outcome.contains(
            text.strip().replace("\"", ""), answers.replace("\\", "").replace("\"", ""));
  }

  private static Outcome accepted(JsonNode record, Plan plan, boolean sendError) {
    boolean refusedThere =
        StreamSupport.stream(record.path("creation").spliterator(), false)
            .anyMatch(answer -> answer.get(1).stringValue().equals("/rules"));
    if (refusedThere) {
      return new Outcome.Failed("should be refused: " + record.get("creation"));
    }
    List<String> sent = new ArrayList<>();
    Output output = output(sent, sendError);
    Run run = plan.run("rule", () -> Instant.ofEpochMilli(BASE), ZoneOffset.UTC, output);
    boolean whole = plan.source().options().get("EXTRA").isPresent();
    JsonDecoder decoder = new JsonDecoder(plan.layout(), whole);
    try {
      for (JsonNode input : record.get("inputs")) {
        feed(run, decoder, input, output);
      }
    } catch (SqlPanic e) {
      sent.add("panic " + e.getMessage());
    }
    return compare(record, sent.stream().filter(line -> !line.startsWith("panic ")).toList());
  }

  private static void feed(Run run, JsonDecoder decoder, JsonNode input, Output output) {
    byte[] payload = input.get("payload").stringValue().getBytes(StandardCharsets.UTF_8);
    long time = BASE + input.get("t_ms").longValue();
    Map<String, Object> metadata = Map.of("topic", input.get("topic").stringValue(), "qos", 1L);
    try {
      decoder.decode(payload, time, metadata, run::accept);
    } catch (SqlError e) {
      output.failed("decoder", e.getMessage());
    }
  }

  private static Output output(List<String> sent, boolean sendError) {
    return new Output() {
      @Override
      public void emitted(List<OutputRow> rows) {
        try {
          sent.add(GoJson.of(rows));
        } catch (SqlError e) {
          failed("encode", e.getMessage());
        }
      }

      @Override
      public void failed(String operator, String message) {
        if (sendError) {
          sent.add(message);
        }
      }
    };
  }

  private static Outcome compare(JsonNode record, List<String> sent) {
    List<String> expected = new ArrayList<>();
    record.path("outputs").forEach(o -> expected.add(o.path("payload").asString("?")));
    String how = record.path("compare").asString("exact");
    return switch (how) {
      case "emissions_any_order" ->
          Outcome.same(expected.stream().sorted().toList(), sent.stream().sorted().toList());
      case "rows_any_order" -> Outcome.same(letters(expected), letters(sent));
      default ->
          rounded(expected).equals(rounded(sent))
              ? new Outcome.Passed()
              : Outcome.same(expected, sent);
    };
  }

  /** The last digits of sines and the like depend on the platform. */
  private static List<String> rounded(List<String> emissions) {
    return emissions.stream()
        .map(
            text ->
                LONG_NUMBER
                    .matcher(text)
                    .replaceAll(m -> "%.12e".formatted(Double.parseDouble(m.group()))))
        .toList();
  }

  /** The same rows in any order have the same letters. */
  private static List<String> letters(List<String> emissions) {
    return emissions.stream()
        .map(text -> text.chars().sorted().mapToObj(Character::toString))
        .map(stream -> stream.reduce("", String::concat))
        .toList();
  }
}
