package dev.plantwright.engine.rules.sink;

import dev.plantwright.engine.rules.definition.GoJsonReader;
import dev.plantwright.engine.rules.definition.GoProblem;
import dev.plantwright.engine.rules.definition.RuleDefinition;
import dev.plantwright.engine.rules.flow.Action;
import dev.plantwright.engine.rules.flow.RowTransform;
import dev.plantwright.engine.rules.flow.Target;
import dev.plantwright.engine.rules.flow.Template;
import dev.plantwright.engine.rules.source.MemoryBus;
import dev.plantwright.sql.value.GoText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Makes the sinks of rules; a new type is a case here. */
public final class Sinks {
  private static final Set<String> PRODUCT_TYPES =
      Set.of(
          "rest",
          "file",
          "websocket",
          "sse",
          "redis",
          "redisPub",
          "neuron",
          "edgex",
          "kafka",
          "sql",
          "influx",
          "influx2",
          "tdengine",
          "image",
          "zmq");
  private static final Set<String> PRODUCT_FORMATS =
      Set.of("delimited", "protobuf", "urlencoded", "binary");
  private static final List<String> NOT_YET =
      List.of(
          "batchSize",
          "lingerInterval",
          "compression",
          "encryption",
          "enableCache",
          "dataField",
          "tableDataField");

  private final MemoryBus bus;
  private final InstantSource clock;

  public Sinks(MemoryBus bus, InstantSource clock) {
    this.bus = bus;
    this.clock = clock;
  }

  /**
   * The sinks of a rule, not connected yet.
   *
   * @throws GoProblem when one cannot be made
   */
  public List<Action> of(RuleDefinition rule) {
    List<Action> actions = new ArrayList<>();
    for (RuleDefinition.Action action : rule.actions()) {
      actions.add(action(rule, action, actions.size()));
    }
    return actions;
  }

  private Action action(RuleDefinition rule, RuleDefinition.Action action, int index) {
    if (!action.properties().isObject()) {
      throw refused(
          "expect map[string]interface{} type for the action properties, but found "
              + GoText.of(plain(action.properties())));
    }
    Properties properties = new Properties(action.properties());
    Target target = target(rule, action.type(), properties, index);
    return new Action(target, transform(properties), rule.options().sendError(), clock);
  }

  private static Object plain(JsonNode node) {
    return node.isNull() ? null : node.asString(node.toString());
  }

  private Target target(RuleDefinition rule, String type, Properties properties, int index) {
    return switch (type) {
      case "nop" -> new LogTarget("nop", rule.id(), false);
      case "log" -> new LogTarget("log", rule.id(), true);
      case "memory" -> new MemoryTarget(bus, properties.text("topic").orElse(""), clock);
      case "mqtt" -> MqttTarget.of(properties, "rule/" + rule.id() + "/" + index, clock);
      default ->
          throw refused(
              PRODUCT_TYPES.contains(type)
                  ? "not supported yet: sink " + type
                  : "sink " + type + " is not defined");
    };
  }

  private static RowTransform transform(Properties properties) {
    for (String name : NOT_YET) {
      if (properties.isSet(name)) {
        throw refused("not supported yet: sink property " + name);
      }
    }
    String format = properties.text("format").orElse("json").toLowerCase(java.util.Locale.ROOT);
    if (!format.equals("json")) {
      throw refused(
          PRODUCT_FORMATS.contains(format)
              ? "not supported yet: format " + format
              : "format type " + format + " not supported");
    }
    List<String> fields = properties.texts("fields");
    List<String> excluded = properties.texts("excludeFields");
    if (!fields.isEmpty() && !excluded.isEmpty()) {
      throw refused("field and excludeFields cannot both be set");
    }
    Optional<Template> template = properties.text("dataTemplate").map(Sinks::template);
    if (template.isPresent() && (!fields.isEmpty() || !excluded.isEmpty())) {
      throw refused("not supported yet: dataTemplate together with fields");
    }
    return new RowTransform(
        properties.flag("sendSingle"), properties.flag("omitIfEmpty"), fields, excluded, template);
  }

  private static Template template(String text) {
    try {
      return Template.parse(text);
    } catch (Template.Refused e) {
      throw refused(e.getMessage());
    }
  }

  static GoProblem refused(String message) {
    return new GoProblem(2201, message);
  }

  /** Properties of a sink. */
  record Properties(JsonNode node) {
    private Optional<JsonNode> value(String name) {
      return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
    }

    /** A text that is not empty. */
    Optional<String> text(String name) {
      return value(name).map(v -> v.asString("")).filter(v -> !v.isEmpty());
    }

    boolean flag(String name) {
      return value(name).map(v -> v.asBoolean(false)).orElse(false);
    }

    int number(String name) {
      return value(name).map(v -> v.asInt(0)).orElse(0);
    }

    List<String> texts(String name) {
      return value(name).flatMap(GoJsonReader::strings).orElse(List.of());
    }

    /** Was it given, as something else than nothing? */
    boolean isSet(String name) {
      return value(name)
          .filter(v -> v.isNumber() ? v.asInt(0) != 0 : v.isBoolean() ? v.booleanValue() : true)
          .filter(v -> !v.isString() || !v.stringValue().isEmpty())
          .isPresent();
    }
  }
}
