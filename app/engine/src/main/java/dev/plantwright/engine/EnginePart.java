package dev.plantwright.engine;

import java.util.List;

/**
 * A part of the engine beside the broker: gateway, rules. Built from an {@link EngineContext},
 * started once, closed once, both on a thread of the composition that may block.
 *
 * <p>Order of a start: construct, {@link #start}, then the doors are opened in parallel; of an end:
 * the doors are closed, then {@link #close}. The broker answers before the first and after the last
 * of these.
 */
public interface EnginePart extends AutoCloseable {
  /** Loads the part's own state and goes on where it ended; returns when its doors may open. */
  void start();

  /** The same doors at every call; the composition opens and closes them. */
  List<Door> doors();

  /** Pages of the inspect door; asked once, after {@link #start}. */
  List<InspectRoute> inspectRoutes();

  /** Stops all work and gives back what is held; never throws; what was acknowledged is safe. */
  @Override
  void close();
}
