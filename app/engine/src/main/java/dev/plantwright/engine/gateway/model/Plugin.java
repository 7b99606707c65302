package dev.plantwright.engine.gateway.model;

/**
 * A kind of node that can be made.
 *
 * @param name as users write it: {@code Modbus TCP}
 * @param schema name of its parameter description: {@code modbus-tcp}
 * @param library what Neuron calls the file that holds it; clients show it
 */
public record Plugin(
    String name, String schema, String library, NodeKind kind, String description) {}
