package dev.plantwright.plant.simulation;

import java.util.List;

/**
 * Lets a behaviour through only while another signal has one of some values, by their text.
 *
 * @param otherwise the value meanwhile
 */
public record Gate(String point, List<String> values, PointValue otherwise) {
  public Gate {
    values = List.copyOf(values);
  }
}
