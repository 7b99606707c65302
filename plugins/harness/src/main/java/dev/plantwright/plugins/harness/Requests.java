package dev.plantwright.plugins.harness;

import dev.plantwright.api.Workbench;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import tools.jackson.databind.JsonNode;

/** What each request does. Called on a thread of its own. */
final class Requests {
  /**
   * An answer: JSON text or a picture.
   *
   * @param after what is done when it has been sent
   */
  record Answer(String type, byte[] body, Runnable after) {
    Answer(String type, byte[] body) {
      this(type, body, () -> {});
    }

    static Answer json(Object json) {
      return new Answer(
          "application/json", json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private static final Answer DONE = Answer.json("{}");

  private final Workbench workbench;

  Requests(Workbench workbench) {
    this.workbench = workbench;
  }

  Answer get(String path, Map<String, String> query) {
    String id = query.getOrDefault("id", "");
    return switch (path) {
      case "/nodes" ->
          Answer.json(FxThread.call(() -> Answers.nodes(query.getOrDefault("under", ""))));
      case "/node" -> Answer.json(FxThread.call(() -> Answers.node(Nodes.get(id))));
      case "/rows" ->
          Answer.json(Answers.rows(id, number(query, "from", 0), number(query, "count", 50)));
      case "/screenshot" ->
          new Answer("image/png", Pictures.png(Optional.of(id).filter(i -> !i.isEmpty())));
      case "/state" -> Answer.json(FxThread.call(() -> Answers.state(workbench)));
      case "/commands" -> Answer.json(FxThread.call(() -> Answers.commands(workbench)));
      default -> throw new Refused(404, "there is no GET " + path);
    };
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    try {
      return Integer.parseInt(query.getOrDefault(name, Integer.toString(otherwise)));
    } catch (NumberFormatException e) {
      throw Refused.bad(name + " is no number");
    }
  }

  Answer post(String path, JsonNode body) {
    switch (path) {
      case "/click" -> click(body);
      case "/type" ->
          FxThread.run(() -> Hands.type(Nodes.get(text(body, "id")), text(body, "text")));
      case "/key" -> FxThread.run(() -> Hands.key(text(body, "keys")));
      case "/drag" -> Hands.drag(point(body.path("from")), point(body.path("to")));
      case "/scroll" ->
          FxThread.run(
              () -> Hands.scroll(Nodes.get(text(body, "id")), body.path("by").asDouble(1)));
      case "/command" -> FxThread.run(() -> command(text(body, "id")));
      case "/wait" -> Waiting.until(body);
      case "/resize" -> FxThread.run(() -> resize(body));
      case "/theme" -> FxThread.run(() -> command("view.theme." + theme(body)));
      case "/open" -> FxThread.run(() -> open(body));
      case "/exit" -> {
        return new Answer(DONE.type(), DONE.body(), this::exit);
      }
      default -> throw new Refused(404, "there is no POST " + path);
    }
    FxThread.frames(1);
    return DONE;
  }

  /** The server ends with the window, so nobody can wait for it. */
  private void exit() {
    Platform.runLater(() -> workbench.run("file.exit"));
  }

  private static String text(JsonNode body, String name) {
    if (!body.path(name).isString()) {
      throw Refused.bad(name + " is missing");
    }
    return body.path(name).stringValue();
  }

  private static String theme(JsonNode body) {
    return body.isString() ? body.stringValue() : text(body, "theme");
  }

  private void click(JsonNode body) {
    String id = text(body, "id");
    if (body.has("row")) {
      int row = body.path("row").asInt(0);
      FxThread.run(() -> Rows.of(id).reveal(row));
      FxThread.frames(2);
    }
    FxThread.run(() -> click(body, id));
  }

  private void click(JsonNode body, String id) {
    Optional<Node> node =
        body.has("row")
            ? Optional.of(
                Rows.of(id).node(body.path("row").asInt(0), body.path("column").asInt(-1)))
            : Nodes.find(id);
    if (node.isEmpty() && id.startsWith("command/")) {
      command(id.substring("command/".length()));
      return;
    }
    Hands.click(
        node.orElseThrow(() -> Refused.unknown(id)),
        body.path("count").asInt(1),
        button(body.path("button").asString("primary")),
        modifiers(body.path("modifiers")));
  }

  private static MouseButton button(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "primary", "left" -> MouseButton.PRIMARY;
      case "secondary", "right" -> MouseButton.SECONDARY;
      case "middle" -> MouseButton.MIDDLE;
      default -> throw Refused.bad(name + " is no mouse button");
    };
  }

  private static Set<String> modifiers(JsonNode names) {
    Set<String> modifiers = new HashSet<>();
    names.forEach(n -> modifiers.add(n.asString("").toLowerCase(Locale.ROOT)));
    return modifiers;
  }

  /** An id, {@code {"id","row","column"}} or {@code {"x","y"}} in pixels of the scene. */
  private static Point2D point(JsonNode place) {
    if (place.has("x")) {
      return new Point2D(place.path("x").asDouble(0), place.path("y").asDouble(0));
    }
    String id = place.isString() ? place.stringValue() : text(place, "id");
    if (place.has("row")) {
      int row = place.path("row").asInt(0);
      FxThread.run(() -> Rows.of(id).reveal(row));
      FxThread.frames(2);
      int column = place.path("column").asInt(-1);
      return FxThread.call(() -> middle(Rows.of(id).node(row, column)));
    }
    return FxThread.call(() -> middle(Nodes.get(id)));
  }

  private static Point2D middle(Node node) {
    Rectangle2D bounds = Nodes.bounds(node);
    return new Point2D(
        bounds.getMinX() + bounds.getWidth() / 2, bounds.getMinY() + bounds.getHeight() / 2);
  }

  private void command(String id) {
    boolean enabled =
        workbench
            .command(id)
            .orElseThrow(() -> new Refused(404, "there is no command " + id))
            .enabled()
            .test(workbench.focus().getValue());
    if (!enabled) {
      throw new Refused(409, "command " + id + " is disabled");
    }
    workbench.run(id);
  }

  private static void resize(JsonNode body) {
    Stage stage = Nodes.stage();
    double width = body.path("width").asDouble(1600);
    double height = body.path("height").asDouble(1000);
    stage.setMaximized(false);
    stage.setWidth(width + stage.getWidth() - stage.getScene().getWidth());
    stage.setHeight(height + stage.getHeight() - stage.getScene().getHeight());
  }

  private void open(JsonNode body) {
    if (body.has("file")) {
      String file = text(body, "file");
      workbench.openFile(file, Optional.empty());
      boolean opened = workbench.focus().getValue().file().filter(file::equals).isPresent();
      if (!opened) {
        throw new Refused(404, "no editor opened " + file);
      }
      return;
    }
    String part = text(body, "part").replaceFirst("^part/", "");
    int colon = part.indexOf(':');
    if (colon < 0) {
      workbench.show(part);
    } else {
      workbench.open(part.substring(0, colon), part.substring(colon + 1));
    }
    if (!workbench.state().parts().contains(part)) {
      throw new Refused(404, "there is no part " + part);
    }
  }
}
