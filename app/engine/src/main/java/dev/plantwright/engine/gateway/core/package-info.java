/**
 * The configuration and its life: which nodes there are, what they do, what they last read. All of
 * it belongs to one thread, reached through {@link
 * dev.plantwright.engine.gateway.core.GatewayCore#call}.
 */
package dev.plantwright.engine.gateway.core;
