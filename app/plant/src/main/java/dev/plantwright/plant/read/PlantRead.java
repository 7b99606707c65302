package dev.plantwright.plant.read;

import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.util.List;

/**
 * A plant and all that is wrong with it.
 *
 * @param problems of reading and of all checks, by file, line and column
 */
public record PlantRead(Plant plant, List<Problem> problems) {
  public PlantRead {
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** The problems of one file. */
  public List<Problem> in(String file) {
    return problems.stream().filter(p -> p.place().file().equals(file)).toList();
  }
}
