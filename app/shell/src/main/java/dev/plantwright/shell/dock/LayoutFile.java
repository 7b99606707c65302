package dev.plantwright.shell.dock;

import dev.plantwright.shell.dock.Area.Fold;
import dev.plantwright.shell.dock.Area.Split;
import dev.plantwright.shell.dock.Area.Stack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of {@code layout.json}: window, arrangement by perspective, what parts want remembered.
 *
 * @param perspective the one shown
 */
public record LayoutFile(
    String perspective,
    Optional<WindowPlace> window,
    Map<String, Layout> layouts,
    Map<String, Map<String, String>> states) {
  /** Where the window was. */
  public record WindowPlace(double x, double y, double width, double height, boolean maximised) {}

  /** The text cannot be used; the message says why. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private static final int VERSION = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static final LayoutFile EMPTY = new LayoutFile("", Optional.empty(), Map.of(), Map.of());

  /** Stable text, one value a line. */
  public String print() {
    ObjectNode root = JSON.createObjectNode();
    root.put("version", VERSION).put("perspective", perspective);
    window.ifPresent(w -> print(w, root.putObject("window")));
    ObjectNode perspectives = root.putObject("perspectives");
    new TreeMap<>(layouts).forEach((id, layout) -> print(layout, perspectives.putObject(id)));
    ObjectNode parts = root.putObject("parts");
    new TreeMap<>(states)
        .forEach(
            (id, state) -> {
              if (!state.isEmpty()) {
                ObjectNode object = parts.putObject(id);
                new TreeMap<>(state).forEach(object::put);
              }
            });
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void print(WindowPlace w, ObjectNode to) {
    to.put("x", w.x()).put("y", w.y()).put("width", w.width()).put("height", w.height());
    to.put("maximised", w.maximised());
  }

  private static void print(Layout layout, ObjectNode to) {
    to.set("main", print(layout.main()));
    ArrayNode floats = to.putArray("floats");
    for (Layout.Floating f : layout.floats()) {
      ObjectNode node = floats.addObject();
      node.put("x", f.x()).put("y", f.y()).put("width", f.width()).put("height", f.height());
      node.set("area", print(f.area()));
    }
  }

  private static ObjectNode print(Area area) {
    ObjectNode node = JSON.createObjectNode();
    switch (area) {
      case Split split -> {
        node.put("split", split.vertical() ? "vertical" : "horizontal").put("size", split.size());
        ArrayNode children = node.putArray("areas");
        split.children().forEach(c -> children.add(print(c)));
      }
      case Stack stack -> {
        node.put("stack", stack.name()).put("size", stack.size()).put("fold", stack.fold().name());
        ArrayNode parts = node.putArray("parts");
        stack.parts().forEach(parts::add);
        stack.selected().ifPresent(s -> node.put("selected", s));
      }
    }
    return node;
  }

  /** Reads what {@link #print} wrote. */
  public static LayoutFile parse(String text) throws Unreadable {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.path("version").asInt(0) != VERSION) {
        throw new Unreadable("version is not " + VERSION);
      }
      Map<String, Layout> layouts = new LinkedHashMap<>();
      for (var entry : root.path("perspectives").properties()) {
        layouts.put(entry.getKey(), layout(entry.getValue()));
      }
      return new LayoutFile(
          root.path("perspective").asString(""),
          window(root.path("window")),
          layouts,
          states(root));
    } catch (JacksonException e) {
      throw new Unreadable(e.getOriginalMessage());
    }
  }

  private static Map<String, Map<String, String>> states(JsonNode root) {
    Map<String, Map<String, String>> states = new LinkedHashMap<>();
    for (var part : root.path("parts").properties()) {
      Map<String, String> state = new LinkedHashMap<>();
      part.getValue().properties().forEach(e -> state.put(e.getKey(), e.getValue().asString("")));
      states.put(part.getKey(), state);
    }
    return states;
  }

  private static Optional<WindowPlace> window(JsonNode node) {
    return node.isObject()
        ? Optional.of(
            new WindowPlace(
                node.path("x").asDouble(0),
                node.path("y").asDouble(0),
                node.path("width").asDouble(1600),
                node.path("height").asDouble(1000),
                node.path("maximised").asBoolean(false)))
        : Optional.empty();
  }

  private static Layout layout(JsonNode node) throws Unreadable {
    List<Layout.Floating> floats = new ArrayList<>();
    for (JsonNode f : node.path("floats")) {
      floats.add(
          new Layout.Floating(
              f.path("x").asDouble(0),
              f.path("y").asDouble(0),
              f.path("width").asDouble(480),
              f.path("height").asDouble(320),
              area(f.path("area"))));
    }
    Layout layout = new Layout(area(node.path("main")), floats);
    if (layout.stacks().filter(s -> s.name().equals(Layout.EDITORS)).count() != 1) {
      throw new Unreadable("an arrangement without its editor area");
    }
    return layout;
  }

  private static Area area(JsonNode node) throws Unreadable {
    double size = node.path("size").asDouble(0);
    if (node.has("split")) {
      List<Area> children = new ArrayList<>();
      for (JsonNode child : node.path("areas")) {
        children.add(area(child));
      }
      if (children.isEmpty()) {
        throw new Unreadable("a split without areas");
      }
      return new Split(node.path("split").asString("").equals("vertical"), size, children);
    }
    if (!node.has("stack")) {
      throw new Unreadable("an area that is neither split nor stack");
    }
    List<String> parts = new ArrayList<>();
    node.path("parts").forEach(p -> parts.add(p.asString("")));
    Optional<String> selected = Optional.ofNullable(node.get("selected")).map(n -> n.asString(""));
    return new Stack(node.path("stack").asString(""), size, fold(node), parts, selected);
  }

  private static Fold fold(JsonNode node) throws Unreadable {
    try {
      return Fold.valueOf(node.path("fold").asString("OPEN"));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("fold is none of OPEN, FOLDED, AUTO");
    }
  }
}
