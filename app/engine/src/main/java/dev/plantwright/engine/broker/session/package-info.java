/** What the broker knows of a client: connection, dialogue, queue, messages in flight, will. */
package dev.plantwright.engine.broker.session;
