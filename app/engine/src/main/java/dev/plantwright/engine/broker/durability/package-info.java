/** The append log behind every acknowledgement. */
package dev.plantwright.engine.broker.durability;
