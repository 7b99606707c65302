package dev.plantwright.engine.broker;

/**
 * A message as it is routed.
 *
 * @param topic without wildcards
 * @param payload not changed by anybody after it was handed over
 * @param qos 0, 1 or 2
 * @param retained on the way in: keep it; on the way out: it was kept before the subscription
 */
public record Publication(String topic, byte[] payload, int qos, boolean retained) {}
