package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.driver.GroupReading;
import dev.plantwright.engine.gateway.driver.LinkState;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A running application; safe to use from any thread, nothing here blocks. */
public interface NorthApp extends AutoCloseable {
  /** A group that the application wants to hear of. */
  record Subscription(
      String driver, String group, Optional<JsonNode> params, Optional<JsonNode> staticTags) {}

  LinkState link();

  /** Replaces what is subscribed; a new one is reported in full first. */
  void subscriptions(List<Subscription> subscriptions);

  /** Hands over a reading; when the application is behind, the oldest waiting one is dropped. */
  void offer(String driver, GroupReading reading);

  /** Takes effect soon after it returns. */
  @Override
  void close();
}
