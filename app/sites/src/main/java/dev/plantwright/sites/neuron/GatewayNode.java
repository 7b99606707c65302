package dev.plantwright.sites.neuron;

/**
 * A node of a gateway.
 *
 * @param labels comma separated, empty for none
 */
public record GatewayNode(String name, String plugin, NodeKind kind, String labels) {}
