package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.message.Message;

/** A message as one session is to get it. */
record Delivery(Message message, int qos, boolean retain, int[] identifiers) {}
