package dev.plantwright.sites.neuron;

import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * What the gateway knows of a tag now: a value, or an error number (see {@link NeuronErrors}), or
 * neither.
 */
public record TagValue(String name, Optional<JsonNode> value, OptionalInt error) {}
