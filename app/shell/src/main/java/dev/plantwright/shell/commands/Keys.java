package dev.plantwright.shell.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Brings pressed keys to commands. */
public final class Keys {
  private static final Set<KeyCode> EDITING =
      Set.of(
          KeyCode.Z,
          KeyCode.Y,
          KeyCode.X,
          KeyCode.C,
          KeyCode.V,
          KeyCode.A,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.DELETE,
          KeyCode.BACK_SPACE,
          KeyCode.INSERT);

  private static final List<String> MODIFIERS = List.of("Meta", "Ctrl", "Alt", "Shift");

  private Keys() {}

  /**
   * Listens in a scene. What has a modifier or is a function key is taken before the control with
   * the focus sees it, save for the keys of editing; all else after it did not use it.
   */
  public static void listen(Scene scene, CommandTable commands) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean chord = event.isShortcutDown() || event.isAltDown();
          boolean early = event.getCode().isFunctionKey() || chord;
          if (early && !edits(event, scene.getFocusOwner())) {
            run(event, commands);
          }
        });
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> run(event, commands));
  }

  private static boolean edits(KeyEvent event, Node owner) {
    boolean text =
        owner instanceof TextInputControl
            || (owner != null && owner.getStyleClass().contains("styled-text-area"))
            || (owner != null && owner.getStyleClass().contains("code-area"));
    return text && EDITING.contains(event.getCode());
  }

  private static void run(KeyEvent event, CommandTable commands) {
    if (event.isConsumed()) {
      return;
    }
    commands
        .pressed(event)
        .filter(command -> commands.enabled(command.id()))
        .ifPresent(
            command -> {
              event.consume();
              commands.run(command.id());
            });
  }

  /** As printed on the keys: {@code Ctrl+Shift+P}. */
  public static String text(KeyCombination keys) {
    List<String> words =
        new ArrayList<>(List.of(keys.getName().replace("Shortcut", "Ctrl").split("\\+")));
    String key = words.removeLast().replace("Comma", ",");
    words.sort(Comparator.comparingInt(MODIFIERS::indexOf));
    words.add(key);
    return String.join("+", words);
  }
}
