package dev.plantwright.sites.neuron;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A northbound node takes the values of a group.
 *
 * @param topic where an MQTT node publishes them; empty: the gateway's own default
 * @param staticTags members added to every message; empty when there are none or the gateway is too
 *     old
 */
public record Subscription(
    String app,
    String driver,
    String group,
    Optional<String> topic,
    Optional<JsonNode> staticTags) {}
