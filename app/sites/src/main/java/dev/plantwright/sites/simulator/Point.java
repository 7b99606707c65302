package dev.plantwright.sites.simulator;

import tools.jackson.databind.JsonNode;

/**
 * A point of a simulated device.
 *
 * @param value as a client reads it, scaled: a number (bits are 0 and 1) or a text
 * @param held true while its behaviour is switched off
 * @param unit may be empty
 * @param behaviour how it moves, in a few words
 * @param writable whether clients of the device can write it; by hand it can always be set
 */
public record Point(
    String name,
    String address,
    String type,
    JsonNode value,
    boolean held,
    String unit,
    String behaviour,
    boolean writable) {
  /** Whether it is true or false. */
  public boolean isBit() {
    return type.equals("BIT");
  }

  /** Whether its values are texts. */
  public boolean isText() {
    return type.equals("STRING");
  }
}
