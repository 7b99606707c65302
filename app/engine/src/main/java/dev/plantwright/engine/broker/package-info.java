/** The MQTT broker: listeners, one event loop, and clients inside the process. */
package dev.plantwright.engine.broker;
