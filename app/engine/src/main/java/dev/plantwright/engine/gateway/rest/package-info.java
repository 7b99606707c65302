/** The door {@code neuron}: Neuron's REST API v2 over HTTP. */
package dev.plantwright.engine.gateway.rest;
