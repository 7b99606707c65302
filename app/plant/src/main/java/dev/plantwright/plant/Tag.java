package dev.plantwright.plant;

import dev.plantwright.field.Attributes;
import dev.plantwright.field.DataType;

/**
 * A tag as it can be deployed: its line in tags.csv has no error.
 *
 * @param group a group of its node
 * @param precision decimals shown, 0 = as they come, at most 17
 * @param decimal factor from device to value; 0 = none
 * @param bias added after the factor; 0 = none
 * @param place its line
 */
public record Tag(
    String group,
    String name,
    String address,
    Attributes attributes,
    DataType type,
    int precision,
    double decimal,
    double bias,
    String unit,
    String description,
    Place place) {}
