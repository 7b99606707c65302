package dev.plantwright.engine.rules.sink;

import dev.plantwright.engine.rules.flow.Target;
import dev.plantwright.engine.rules.source.MemoryBus;
import java.time.InstantSource;

/** Results to other rules. */
record MemoryTarget(MemoryBus bus, String topic, InstantSource clock) implements Target {
  @Override
  public String type() {
    return "memory";
  }

  @Override
  public boolean isBytes() {
    return false;
  }

  @Override
  public void open() {}

  @Override
  public void send(Delivery delivery) {
    delivery.rows().forEach(row -> bus.publish(topic, row, clock.millis()));
  }

  @Override
  public void close() {}
}
