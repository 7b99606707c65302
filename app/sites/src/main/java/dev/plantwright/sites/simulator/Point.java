package dev.plantwright.sites.simulator;

import tools.jackson.databind.JsonNode;

/**
 * A point of a simulated device.
 *
 * @param held true while its behaviour is switched off
 */
public record Point(String name, String address, String type, JsonNode value, boolean held) {}
