/** Bytes of MQTT 3.1, 3.1.1 and 5.0 to packets and back, strict to the letter. */
package dev.plantwright.engine.broker.codec;
