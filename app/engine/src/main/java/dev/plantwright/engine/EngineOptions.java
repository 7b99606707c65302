package dev.plantwright.engine;

import java.nio.file.Path;

/**
 * How an engine is started.
 *
 * @param dir its own state; made if it is not there, used by one engine at a time
 * @param host address all doors listen on, loopback unless the user says otherwise
 * @param wellKnownCredentials Neuron admin/0000, anonymous MQTT; on loopback only
 */
public record EngineOptions(Path dir, String host, Ports ports, boolean wellKnownCredentials) {}
