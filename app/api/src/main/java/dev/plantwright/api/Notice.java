package dev.plantwright.api;

import dev.plantwright.plant.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Something to tell in the lower right corner.
 *
 * @param severity empty: for information
 * @param title one sentence
 * @param detail second sentence or empty
 * @param actions at most two, such as Retry
 */
public record Notice(
    Optional<Severity> severity, String title, String detail, List<Action> actions) {
  /** A button of a notice. */
  public record Action(String title, Runnable run) {}

  public static Notice info(String title) {
    return new Notice(Optional.empty(), title, "", List.of());
  }

  public static Notice error(String title, String detail, Action... actions) {
    return new Notice(Optional.of(Severity.ERROR), title, detail, List.of(actions));
  }
}
