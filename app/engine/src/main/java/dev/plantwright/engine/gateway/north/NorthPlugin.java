package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A kind of application. Safe to use from any thread. */
public interface NorthPlugin {
  Plugin plugin();

  /**
   * Judges settings without doing anything.
   *
   * @throws Refusal if they cannot be used
   */
  void check(Settings settings) throws Refusal;

  /**
   * Judges the parameters of a subscription.
   *
   * @throws Refusal if they cannot be used
   */
  void checkSubscription(Optional<JsonNode> params) throws Refusal;

  /** Starts an application with settings that were checked. */
  NorthApp start(String node, Settings settings, GatewayAccess gateway) throws Refusal;
}
