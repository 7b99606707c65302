package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.Point;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What a hand can do to a point of the present device. */
interface Hands {
  /**
   * Sets the point and keeps it there.
   *
   * @param refused told in a sentence if it was not done
   */
  void hold(Point point, JsonNode value, Consumer<String> refused);

  /** Keeps the point where it is if it moves, or gives it back to its behaviour if it is held. */
  void holdOrRelease(Point point);
}
