package dev.plantwright.plant.check;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.schema.SchemaFault;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of the nodes of the gateway. */
final class NodeChecks {
  private static final int MOST_NAME_BYTES = 127;

  private final Plant plant;
  private final List<Problem> problems;

  NodeChecks(Plant plant, List<Problem> problems) {
    this.plant = plant;
    this.problems = problems;
  }

  void all() {
    plant.drivers().forEach(this::driver);
    plant.apps().forEach(this::app);
    for (PlantFile file : plant.files()) {
      String folder = "gateways/" + file.name() + "/";
      if (file.kind() == PlantFile.Kind.TAGS && plant.file(folder + "node.json").isEmpty()) {
        String message = "Beside the tags belongs a node.json that names the plugin. Add it.";
        problems.add(Problem.error("NODE-MISSING", Place.of(file.path()), message));
      }
    }
  }

  private void driver(Node.Driver node) {
    node(node, Plugins.drivers(), Plugins.apps(), "driver");
    JsonObject groups = node.source().object().object("groups");
    groups.members().forEach(m -> name(node, m.nameSpan(), "group", m.name()));
  }

  private void app(Node.App node) {
    node(node, Plugins.apps(), Plugins.drivers(), "app");
    List<JsonValue> items = node.source().object().items("subscriptions");
    Map<String, Integer> seen = new HashMap<>();
    for (JsonValue item : items) {
      if (item instanceof JsonObject o) {
        subscription(node, o, seen);
      }
    }
  }

  private void node(Node node, List<String> fitting, List<String> others, String type) {
    name(node, Span.NONE, "node", node.name());
    plugin(node, fitting, others, type);
    if (!others.contains(node.plugin())
        && node.source().at("/params").orElse(null) instanceof JsonObject params) {
      Plugins.schema(node.plugin())
          .map(s -> s.check(params))
          .orElse(List.of())
          .forEach(f -> params(node, f));
    }
  }

  private void params(Node node, SchemaFault fault) {
    Place place = place(node, fault.span());
    String message = fault.message().replaceFirst("^The file lacks", "The settings lack");
    problems.add(
        fault.doubtful()
            ? Problem.warning("JSON-KEY", place, message)
            : Problem.error("NODE-PARAMS", place, message));
  }

  private void name(Node node, Span span, String what, String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > MOST_NAME_BYTES) {
      String message = "The name of a %s has 1 to 127 bytes, not %d. Rename it.";
      Place place = span.equals(Span.NONE) ? node.place() : place(node, span);
      problems.add(Problem.error("NODE-NAME", place, message.formatted(what, bytes)));
    }
  }

  private void plugin(Node node, List<String> fitting, List<String> others, String type) {
    String plugin = node.plugin();
    Optional<JsonValue> value = node.source().at("/plugin");
    if (plugin.isEmpty() || fitting.contains(plugin)) {
      return;
    }
    Place place = place(node, value.map(JsonValue::span).orElse(Span.NONE));
    if (others.contains(plugin)) {
      String message = "Plugin %s is not for a node of type %s. Change the one or the other.";
      problems.add(Problem.error("NODE-TYPE", place, message.formatted(plugin, type)));
      return;
    }
    Optional<String> near = Nearest.to(plugin, Plugins.all());
    problems.add(
        near.map(n -> "There is no plugin %s. Did you mean %s?".formatted(plugin, n))
            .map(m -> Problem.error("NODE-PLUGIN", place, m))
            .orElseGet(() -> unknown(plugin, place)));
  }

  /** Gateways take plugins of their users, so that an unknown name need not be wrong. */
  private static Problem unknown(String plugin, Place place) {
    String message = "Plugin %s is not known here. A gateway that lacks it refuses the node.";
    return Problem.warning("NODE-PLUGIN", place, message.formatted(plugin));
  }

  private void subscription(Node.App node, JsonObject item, Map<String, Integer> seen) {
    String driver = item.text("driver").orElse("");
    String group = item.text("group").orElse("");
    Optional<Node.Driver> known = plant.driver(driver);
    // what is wrong with a node.json that is there and cannot be read is told there
    boolean there = plant.file("gateways/" + driver + "/node.json").isPresent();
    if (known.isEmpty() && !there) {
      List<String> names = plant.drivers().stream().map(Node.Driver::name).toList();
      String hint = Nearest.hint(driver, names);
      String message = "There is no driver node %s. Name one of gateways/.%s";
      error(node, item, "driver", message.formatted(driver, hint));
    } else if (known.isPresent() && known.get().group(group).isEmpty()) {
      List<String> names = known.get().groups().stream().map(g -> g.name()).toList();
      String message = "Node %s has no group %s. Name one of its node.json.%s";
      error(node, item, "group", message.formatted(driver, group, Nearest.hint(group, names)));
    }
    topic(node, item);
    int line = place(node, item.span()).line();
    Integer first = seen.putIfAbsent(driver + "\n" + group, line);
    if (first != null) {
      String message = "Group %s of %s is published already, in line %d. Remove one.";
      error(node, item, "group", message.formatted(group, driver, first));
    }
  }

  private void topic(Node.App node, JsonObject item) {
    Optional<String> topic = item.text("topic");
    if (topic.isEmpty()) {
      return;
    }
    String text = topic.get();
    int wild = Topics.wildcard(text);
    if (text.isEmpty() || text.length() > Topics.LONGEST) {
      error(node, item, "topic", "A topic has 1 to 65535 characters. Change it.");
    } else if (wild >= 0) {
      JsonText source = node.source();
      JsonValue.JsonString string = (JsonValue.JsonString) item.get("topic").orElseThrow();
      int offset = source.offsetIn(string, wild);
      String message = "Messages cannot be published to a topic with %s. Write it in full.";
      problems.add(
          Problem.error(
              "NODE-TOPIC",
              Place.of(node.place().file(), source.lines(), offset),
              message.formatted(text.charAt(wild))));
    }
  }

  private void error(Node node, JsonObject item, String member, String message) {
    Span span = item.get(member).map(JsonValue::span).orElse(item.span());
    String code = member.equals("topic") ? "NODE-TOPIC" : "NODE-SUBSCRIPTION";
    problems.add(Problem.error(code, place(node, span), message));
  }

  private static Place place(Node node, Span span) {
    return Place.of(node.place().file(), node.source().lines(), span.start());
  }
}
