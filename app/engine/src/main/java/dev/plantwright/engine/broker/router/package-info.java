/** From a topic to the sessions that asked for it. */
package dev.plantwright.engine.broker.router;
