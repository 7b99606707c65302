package dev.plantwright.plugins.harness;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * Mouse and keys. Clicks and keys are events sent to what lies under the point or has the focus, so
 * they need neither a pointer nor a window manager; dragging moves the real pointer, because the
 * toolkit starts drag and drop for nothing else.
 */
final class Hands {
  private static final int STEPS = 8;

  private Hands() {}

  /** Clicks into the middle of a node. FX thread. */
  static void click(Node node, int count, MouseButton button, Set<String> modifiers) {
    if (!Nodes.isShown(node)) {
      throw new Refused(409, node.getId() + " cannot be seen");
    }
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    Node target = under(node.getScene().getRoot(), at, node);
    if (target.isDisabled()) {
      throw new Refused(409, node.getId() + " is disabled");
    }
    fire(target, MouseEvent.MOUSE_MOVED, at, MouseButton.NONE, 0, modifiers);
    for (int i = 1; i <= count; i++) {
      fire(target, MouseEvent.MOUSE_PRESSED, at, button, i, modifiers);
      fire(target, MouseEvent.MOUSE_RELEASED, at, button, i, modifiers);
      fire(target, MouseEvent.MOUSE_CLICKED, at, button, i, modifiers);
    }
  }

  /** The deepest node at a point; the wanted one if something lies over it by mistake. */
  private static Node under(Node root, Point2D at, Node wanted) {
    Node found = pick(root, at);
    for (Node n = found; n != null; n = n.getParent()) {
      if (n == wanted) {
        return found;
      }
    }
    Node over = found == null ? wanted : found;
    for (Node n = wanted; n != null; n = n.getParent()) {
      if (n == over) {
        return wanted;
      }
    }
    throw new Refused(409, wanted.getId() + " is covered by " + over);
  }

  private static Node pick(Node node, Point2D at) {
    if (!node.isVisible() || node.isMouseTransparent()) {
      return null;
    }
    Point2D local = node.sceneToLocal(at);
    if (local == null || (node.getClip() != null && !node.getClip().contains(local))) {
      return null;
    }
    if (node instanceof Parent parent) {
      List<Node> children = parent.getChildrenUnmodifiable();
      for (int i = children.size() - 1; i >= 0; i--) {
        Node found = pick(children.get(i), at);
        if (found != null) {
          return found;
        }
      }
    }
    return node.contains(local) ? node : null;
  }

  private static void fire(
      Node target,
      EventType<MouseEvent> type,
      Point2D at,
      MouseButton button,
      int count,
      Set<String> modifiers) {
    Scene scene = target.getScene();
    if (scene == null || scene.getWindow() == null) {
      return;
    }
    Point2D screen =
        at.add(scene.getWindow().getX() + scene.getX(), scene.getWindow().getY() + scene.getY());
    boolean down = type == MouseEvent.MOUSE_PRESSED;
    Event.fireEvent(
        target,
        new MouseEvent(
            target,
            target,
            type,
            at.getX(),
            at.getY(),
            screen.getX(),
            screen.getY(),
            button,
            count,
            modifiers.contains("shift"),
            modifiers.contains("ctrl"),
            modifiers.contains("alt"),
            modifiers.contains("meta"),
            down && button == MouseButton.PRIMARY,
            down && button == MouseButton.MIDDLE,
            down && button == MouseButton.SECONDARY,
            true,
            button == MouseButton.SECONDARY && down,
            true,
            new PickResult(target, at.getX(), at.getY())));
  }

  /** Types a text into a node, as keys would. FX thread. */
  static void type(Node node, String text) {
    node.requestFocus();
    for (char c : text.toCharArray()) {
      Node owner = owner();
      if (c == '\n') {
        press(owner, KeyCode.ENTER, Set.of());
      } else {
        Event.fireEvent(
            owner,
            new KeyEvent(
                KeyEvent.KEY_TYPED,
                Character.toString(c),
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false));
      }
    }
  }

  /** Presses keys such as {@code Ctrl+Shift+P} where the focus is. FX thread. */
  static void key(String keys) {
    String[] words = keys.split("\\+");
    Set<String> modifiers = new java.util.HashSet<>();
    for (int i = 0; i < words.length - 1; i++) {
      modifiers.add(words[i].toLowerCase(Locale.ROOT));
    }
    press(owner(), code(words[words.length - 1]), modifiers);
  }

  private static KeyCode code(String name) {
    for (KeyCode code : KeyCode.values()) {
      boolean same =
          code.getName().equalsIgnoreCase(name)
              || code.name().equalsIgnoreCase(name.replace(' ', '_'));
      if (same) {
        return code;
      }
    }
    throw Refused.bad(name + " is no key");
  }

  private static void press(Node owner, KeyCode code, Set<String> modifiers) {
    Event.fireEvent(owner, event(KeyEvent.KEY_PRESSED, code, modifiers));
    Node later = owner.getScene() == null ? owner() : owner;
    boolean plain = modifiers.isEmpty() || modifiers.equals(Set.of("shift"));
    if (plain && (code.isLetterKey() || code.isDigitKey() || code == KeyCode.SPACE)) {
      Event.fireEvent(later, event(KeyEvent.KEY_TYPED, code, modifiers));
    }
    Event.fireEvent(later, event(KeyEvent.KEY_RELEASED, code, modifiers));
  }

  private static KeyEvent event(EventType<KeyEvent> type, KeyCode code, Set<String> modifiers) {
    boolean typed = type == KeyEvent.KEY_TYPED;
    String letter = code == KeyCode.SPACE ? " " : code.getName();
    String text = modifiers.contains("shift") ? letter : letter.toLowerCase(Locale.ROOT);
    return new KeyEvent(
        type,
        typed ? text : KeyEvent.CHAR_UNDEFINED,
        typed ? "" : text,
        typed ? KeyCode.UNDEFINED : code,
        modifiers.contains("shift"),
        modifiers.contains("ctrl"),
        modifiers.contains("alt"),
        modifiers.contains("meta"));
  }

  /** What has the keys: in the newest popup, else the focused window, else the main one. */
  private static Node owner() {
    Window window =
        Nodes.windows().stream()
            .filter(w -> w.isFocused() && w.getScene().getFocusOwner() != null)
            .findFirst()
            .orElse(Nodes.stage());
    Node owner = window.getScene().getFocusOwner();
    return owner == null ? window.getScene().getRoot() : owner;
  }

  /** Turns the wheel over a node; positive goes down, in lines. FX thread. */
  static void scroll(Node node, double by) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    Point2D at = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    Node found = pick(node, at);
    Node target = found == null ? node : found;
    double pixels = -by * 40;
    Event.fireEvent(
        target,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            false,
            false,
            false,
            false,
            true,
            false,
            0,
            pixels,
            0,
            pixels,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.LINES,
            -by,
            0,
            new PickResult(target, at.getX(), at.getY())));
  }

  /** Drags with the real pointer, in pixels of the main scene. Not on the FX thread. */
  static void drag(Point2D from, Point2D to) {
    Robot robot = FxThread.call(Robot::new);
    Point2D corner = FxThread.call(Hands::corner);
    at(robot, corner.add(from), () -> robot.mousePress(MouseButton.PRIMARY));
    for (int i = 1; i <= STEPS; i++) {
      Point2D step = from.interpolate(to, (double) i / STEPS);
      at(robot, corner.add(step), () -> {});
    }
    at(robot, corner.add(to), () -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  private static void at(Robot robot, Point2D point, Runnable then) {
    FxThread.run(
        () -> {
          robot.mouseMove(point);
          then.run();
        });
    FxThread.frames(2);
  }

  private static Point2D corner() {
    Window window = Nodes.stage();
    Scene scene = window.getScene();
    return new Point2D(window.getX() + scene.getX(), window.getY() + scene.getY());
  }
}
