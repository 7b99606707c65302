package dev.plantwright.engine.main;

import dev.plantwright.engine.Door;
import dev.plantwright.engine.broker.Broker;
import java.io.IOException;

/** MQTT over TCP. */
record MqttDoor(Broker broker) implements Door {
  @Override
  public String key() {
    return "mqtt";
  }

  @Override
  public int open(String host, int port) throws IOException {
    return broker.listen(host, port);
  }

  /** The broker closes its listeners when it is closed itself. */
  @Override
  public void close() {}
}
