package dev.plantwright.plant.check;

import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The one list of checks over a plant as a whole: what the window shows, {@code check} prints and
 * deploy refuses. Checks of the shape of a file and of single tags belong to reading.
 */
public final class PlantChecks {
  private PlantChecks() {}

  /** What is wrong, in no order. Pure: reads no files. */
  public static List<Problem> check(Plant plant) {
    List<Problem> problems = new ArrayList<>();
    new NodeChecks(plant, problems).all();
    return List.copyOf(problems);
  }
}
