/** The gateway: devices to MQTT, configured through Neuron's API. */
package dev.plantwright.engine.gateway;
