package dev.plantwright.plugins.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Finds what is on screen by its id, in all windows and popups. FX thread. */
final class Nodes {
  private static final Pattern CONTROL = Pattern.compile("part/(\\w+):([^/]+)/(.+)");
  private static final String MAIN = "window";

  private Nodes() {}

  /** The main window. */
  static Stage stage() {
    return Window.getWindows().stream()
        .filter(w -> w instanceof Stage && isMain(w.getScene()))
        .map(w -> (Stage) w)
        .findFirst()
        .orElseThrow(() -> new Refused(503, "the window is closed"));
  }

  private static boolean isMain(Scene scene) {
    return scene != null && MAIN.equals(scene.getRoot().getId());
  }

  /** Windows that show, the main one first, popups last. */
  static List<Window> windows() {
    Stage main = stage();
    List<Window> all = new ArrayList<>(List.of(main));
    Window.getWindows().stream()
        .filter(w -> w != main && w.isShowing() && w.getScene() != null)
        .sorted(Comparator.comparing((Window w) -> w instanceof Stage ? 0 : 1))
        .forEach(all::add);
    return all;
  }

  static Node get(String id) {
    return find(id).orElseThrow(() -> Refused.unknown(id));
  }

  /**
   * The node of an id. Of several the one that can be seen, in the part with the focus first;
   * {@code part/rule} is the rule in front, {@code part/rule:over_temp/editor} a control of one
   * editor.
   */
  static Optional<Node> find(String id) {
    Optional<Node> exact = best(n -> id.equals(n.getId()));
    if (exact.isPresent()) {
      return exact;
    }
    Matcher control = CONTROL.matcher(id);
    if (control.matches()) {
      String part = "part/" + control.group(1) + ":" + control.group(2);
      String inner = "part/" + control.group(1) + "/" + control.group(3);
      return best(n -> part.equals(n.getId()))
          .flatMap(p -> walk(p).filter(n -> inner.equals(n.getId())).findFirst());
    }
    return id.matches("part/\\w+")
        ? best(n -> n.getId() != null && n.getId().matches(Pattern.quote(id) + ":[^/]+"))
        : Optional.empty();
  }

  private static Optional<Node> best(Predicate<Node> wanted) {
    return windows().stream()
        .flatMap(w -> walk(w.getScene().getRoot()))
        .filter(wanted)
        .max(Comparator.comparing(Nodes::isShown).thenComparing(Nodes::holdsFocus));
  }

  private static boolean holdsFocus(Node node) {
    Node owner = node.getScene().getFocusOwner();
    for (Node n = owner; n != null; n = n.getParent()) {
      if (n == node) {
        return true;
      }
    }
    return node.getScene().getRoot().isFocusWithin() && sharesPart(owner, node);
  }

  private static boolean sharesPart(Node a, Node b) {
    return a != null && b != null && Objects.equals(part(a), part(b)) && !part(a).isEmpty();
  }

  private static String part(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (n.getStyleClass().contains("part") && n.getId() != null) {
        return n.getId();
      }
    }
    return "";
  }

  static Stream<Node> walk(Node node) {
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Nodes::walk))
        : Stream.of(node);
  }

  /** Whether a node and everything above it is visible and has a size. */
  static boolean isShown(Node node) {
    if (node.getScene() == null || node.getScene().getWindow() == null) {
      return false;
    }
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return !bounds(node).equals(Rectangle2D.EMPTY) && bounds(node).getWidth() > 0;
  }

  /** Bounds in pixels of the main scene; those of popups too. */
  static Rectangle2D bounds(Node node) {
    Bounds inScene = node.localToScene(node.getLayoutBounds());
    Point2D shift = origin(node.getScene());
    return inScene == null || inScene.getWidth() < 0 || inScene.getHeight() < 0
        ? Rectangle2D.EMPTY
        : new Rectangle2D(
            inScene.getMinX() + shift.getX(),
            inScene.getMinY() + shift.getY(),
            inScene.getWidth(),
            inScene.getHeight());
  }

  /** Where a scene lies in the pixels of the main scene. */
  static Point2D origin(Scene scene) {
    return corner(scene).subtract(corner(stage().getScene()));
  }

  private static Point2D corner(Scene scene) {
    Window window = scene.getWindow();
    return window == null || Double.isNaN(window.getX())
        ? Point2D.ZERO
        : new Point2D(window.getX() + scene.getX(), window.getY() + scene.getY());
  }
}
