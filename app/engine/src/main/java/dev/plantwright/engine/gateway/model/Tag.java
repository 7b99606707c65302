package dev.plantwright.engine.gateway.model;

import dev.plantwright.field.Attributes;
import dev.plantwright.field.DataType;
import dev.plantwright.field.Scaling;

/**
 * One tag as it was configured.
 *
 * @param address as the user wrote it
 * @param attribute Neuron's bit mask, any number
 * @param decimal factor, 0 for none
 */
public record Tag(
    String name,
    String address,
    int attribute,
    DataType type,
    int precision,
    double decimal,
    double bias,
    String description,
    String unit) {
  public Scaling scaling() {
    return new Scaling(decimal, bias, precision);
  }

  public Attributes attributes() {
    return new Attributes(attribute);
  }

  public Tag renamed(String newName) {
    return new Tag(newName, address, attribute, type, precision, decimal, bias, description, unit);
  }
}
