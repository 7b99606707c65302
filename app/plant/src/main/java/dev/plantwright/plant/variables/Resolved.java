package dev.plantwright.plant.variables;

import java.util.List;

/**
 * Something with its variables replaced.
 *
 * @param missing names of variables that have no value and were left as they are, each once
 */
public record Resolved<T>(T value, List<String> missing) {
  public Resolved {
    missing = List.copyOf(missing);
  }

  public boolean isComplete() {
    return missing.isEmpty();
  }
}
