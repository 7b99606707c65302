package dev.plantwright.engine.rules.sink;

import dev.plantwright.engine.rules.flow.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Results into the engine's log, or nowhere. */
record LogTarget(String type, String ruleId, boolean writes) implements Target {
  private static final Logger LOG = LoggerFactory.getLogger(LogTarget.class);

  @Override
  public boolean isBytes() {
    return true;
  }

  @Override
  public void open() {}

  @Override
  public void send(Delivery delivery) {
    if (writes) {
      LOG.info("rule {}: {}", ruleId, delivery.text());
    }
  }

  @Override
  public void close() {}
}
