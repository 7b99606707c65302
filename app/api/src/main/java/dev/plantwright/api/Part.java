package dev.plantwright.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;

/**
 * One thing on screen with a tab. Lives on the FX thread; what it opens ends with {@link
 * PartContext#scope}. Its controls carry ids {@code part/<type id>/<control>}.
 */
public interface Part {
  /** The body, always the same node. */
  Node node();

  /** The plant file it edits, if any: gives save, undo and the unsaved mark. */
  default Optional<Document<?>> document() {
    return Optional.empty();
  }

  /** Ids of commands shown as icon buttons in the tab strip, at most five. */
  default List<String> tools() {
    return List.of();
  }

  /** What is to be remembered until it is opened again; short texts. */
  default Map<String, String> state() {
    return Map.of();
  }

  /** Takes the focus to where typing makes sense. */
  default void focus() {
    node().requestFocus();
  }

  /** A capability such as {@link GoTo}, or nothing. */
  default <T> Optional<T> as(Class<T> capability) {
    return capability.isInstance(this) ? Optional.of(capability.cast(this)) : Optional.empty();
  }
}
