/** What a message is on its way through the broker, and what a topic is. */
package dev.plantwright.engine.broker.message;
