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
    new SiteChecks(plant, problems).all();
    new ModelChecks(plant, problems).all();
    new NodeChecks(plant, problems).all();
    new RuleChecks(plant, problems).all();
    new SqlChecks(plant, problems).all();
    new ChartChecks(plant, problems).all();
    new VariableChecks(plant, problems).all();
    new SecretChecks(plant, problems).all();
    return List.copyOf(problems);
  }
}
