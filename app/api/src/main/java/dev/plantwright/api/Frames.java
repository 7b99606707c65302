package dev.plantwright.api;

import javafx.scene.Node;

/** The frame pump: the one way in which live data reaches the screen. */
public interface Frames {
  /**
   * Calls {@code painter} on the FX thread at most {@code hz} times a second, only while {@code
   * node} can be seen; when live data changed, and at least once a second so that ages go on.
   */
  void paint(Scope scope, Node node, int hz, Runnable painter);

  /** Tells that live data changed; from any thread, cheap. */
  void changed();
}
