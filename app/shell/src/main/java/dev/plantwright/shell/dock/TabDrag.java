package dev.plantwright.shell.dock;

import javafx.event.EventTarget;
import javafx.scene.Node;
import software.coley.bentofx.control.Header;

/** Recognises the start of dragging a tab. */
final class TabDrag {
  private TabDrag() {}

  static boolean startsOn(EventTarget target) {
    Node node = target instanceof Node n ? n : null;
    while (node != null && !(node instanceof Header)) {
      node = node.getParent();
    }
    return node != null;
  }
}
