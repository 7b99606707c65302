package dev.plantwright.live;

import dev.plantwright.plant.Plant;

/** What the plant says of the paths of the namespace; immutable and safe on any thread. */
@FunctionalInterface
public interface Meanings {
  /** No plant is open. */
  Meanings NONE = path -> Meaning.UNKNOWN;

  /**
   * What is known of a path, {@link Meaning#UNKNOWN} if nothing.
   *
   * @param path topic levels and members divided by {@code /}, such as {@code
   *     acme/hamburg/packaging/line1/filler/temperature}
   */
  Meaning of(String path);

  /** What a plant says: units, limits and levels of its model, and the tags it publishes. */
  static Meanings of(Plant plant) {
    return PlantMeanings.of(plant);
  }
}
