/** The nouns of the gateway as immutable values, and Neuron's error numbers. */
package dev.plantwright.engine.gateway.model;
