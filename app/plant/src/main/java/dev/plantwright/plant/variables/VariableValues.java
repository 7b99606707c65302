package dev.plantwright.plant.variables;

import java.util.Map;
import java.util.Optional;

/** Where the values of variables come from. */
@FunctionalInterface
public interface VariableValues {
  /**
   * The value of a variable.
   *
   * @param name what stands between the braces, such as {@code site.mqtt.host}
   */
  Optional<String> value(String name);

  static VariableValues of(Map<String, String> values) {
    Map<String, String> copy = Map.copyOf(values);
    return name -> Optional.ofNullable(copy.get(name));
  }

  /** These values, and others where these have none. */
  default VariableValues or(VariableValues others) {
    return name -> value(name).or(() -> others.value(name));
  }
}
