package dev.plantwright.plant.simulation;

import java.util.Map;

/**
 * A fault that the file of a device defines, such as {@code over_temp}.
 *
 * @param values what it does, by name of the point
 */
public record DeviceFault(String name, String title, Map<String, FaultEffect> values) {
  public DeviceFault {
    values = Map.copyOf(values);
  }
}
