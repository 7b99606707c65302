package dev.plantwright.plugins.harness;

import dev.plantwright.api.Command;
import dev.plantwright.api.Jobs;
import dev.plantwright.api.Workbench;
import dev.plantwright.api.WorkbenchState;
import dev.plantwright.plant.Problem;
import dev.plantwright.sites.deploy.Change;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is told about the window, as JSON. FX thread. */
final class Answers {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_NODES = 5_000;

  private Answers() {}

  static ObjectNode node(Node node) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", node.getId() == null ? "" : node.getId());
    json.put("kind", kind(node));
    json.put("text", Texts.text(node));
    json.put("value", Texts.value(node));
    json.put("visible", Nodes.isShown(node));
    json.put("enabled", !node.isDisabled());
    json.put("focused", node.isFocused() || node.isFocusWithin());
    Rectangle2D bounds = Nodes.bounds(node);
    json.putObject("bounds")
        .put("x", bounds.getMinX())
        .put("y", bounds.getMinY())
        .put("width", bounds.getWidth())
        .put("height", bounds.getHeight());
    return json;
  }

  private static String kind(Node node) {
    Class<?> type = node.getClass();
    while (type.getSimpleName().isEmpty() || !type.getName().startsWith("javafx.")) {
      type = type.getSuperclass();
    }
    return type.getSimpleName();
  }

  /** Everything with an id below a node; below the roots of all windows for an empty id. */
  static ArrayNode nodes(String under) {
    List<Node> roots =
        under.isEmpty()
            ? Nodes.windows().stream().map(w -> (Node) w.getScene().getRoot()).toList()
            : List.of(Nodes.get(under));
    ArrayNode array = JSON.createArrayNode();
    roots.stream()
        .flatMap(Nodes::walk)
        .filter(n -> n.getId() != null && !n.getId().isEmpty())
        .limit(MOST_NODES)
        .forEach(n -> array.add(node(n)));
    return array;
  }

  static ObjectNode state(Workbench workbench) {
    WorkbenchState state = workbench.state();
    ObjectNode json = JSON.createObjectNode();
    state.parts().forEach(json.putArray("parts")::add);
    state.shown().forEach(json.putArray("shown")::add);
    json.put("perspective", state.perspective());
    json.put("focus", workbench.focus().getValue().partId().orElse(""));
    ArrayNode problems = json.putArray("problems");
    workbench.problems().forEach(p -> problem(p, problems.addObject()));
    ArrayNode jobs = json.putArray("jobs");
    workbench.jobs().all().stream()
        .filter(j -> j.state().get() == Jobs.State.RUNNING)
        .forEach(j -> jobs.add(j.title()));
    json.put(
        "undeployed",
        workbench.site().deployment().getValue().changes().stream().filter(Change::isWork).count());
    json.put("longest_pause_ms", state.longestPauseMs());
    return json;
  }

  private static void problem(Problem problem, ObjectNode json) {
    json.put("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
    json.put("code", problem.code());
    json.put("file", problem.place().file());
    json.put("line", problem.place().line());
    json.put("column", problem.place().column());
    json.put("message", problem.message());
  }

  static ArrayNode commands(Workbench workbench) {
    ArrayNode array = JSON.createArrayNode();
    for (Command command : workbench.commands()) {
      array
          .addObject()
          .put("id", command.id())
          .put("title", command.title())
          .put("keys", command.keys().map(Answers::keys).orElse(""))
          .put("enabled", command.enabled().test(workbench.focus().getValue()));
    }
    return array;
  }

  private static String keys(KeyCombination keys) {
    return keys.getName().replace("Shortcut", "Ctrl");
  }

  static ObjectNode rows(String id, int from, int count) {
    List<Rows.Row> rows = Rows.read(id, from, count);
    ObjectNode json = JSON.createObjectNode();
    json.put("total", FxThread.call(() -> Rows.of(id).total()));
    FxThread.call(() -> Rows.of(id).columns()).forEach(json.putArray("columns")::add);
    ArrayNode array = json.putArray("rows");
    for (Rows.Row row : rows) {
      ObjectNode object = array.addObject();
      object.put("index", row.index()).put("depth", row.depth()).put("expanded", row.expanded());
      row.cells().forEach(object.putArray("cells")::add);
    }
    return json;
  }

  static String error(String sentence) {
    return JSON.writeValueAsString(Map.of("error", sentence));
  }
}
