package dev.plantwright.plant.simulation;

import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import java.util.List;

/**
 * The simulated devices of a plant and what is wrong with their files.
 *
 * @param devices those whose file has no error, by name
 * @param problems in the order of files and lines
 */
public record SimulationRead(List<SimulatedDevice> devices, List<Problem> problems) {
  public SimulationRead {
    devices = List.copyOf(devices);
    problems = List.copyOf(problems);
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
