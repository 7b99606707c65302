package dev.plantwright.plugins.simulation;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Tag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the gateway publishes what it reads from the simulated devices: the tag of the same name on
 * the node of the same name as the device.
 */
final class GatewayTags {
  static final GatewayTags NONE = new GatewayTags(Map.of());

  private record Key(String node, String tag) {}

  /**
   * The value row of a tag.
   *
   * @param intervalMs how often it is read
   */
  record Route(String topic, String member, long intervalMs) {
    String path() {
      return topic + "/" + member;
    }
  }

  private final Map<Key, Route> routes;

  private GatewayTags(Map<Key, Route> routes) {
    this.routes = Map.copyOf(routes);
  }

  static GatewayTags of(Plant plant) {
    Map<Key, Route> routes = new HashMap<>();
    for (Node.App app : plant.apps()) {
      for (Node.Subscription subscription : app.subscriptions()) {
        plant.driver(subscription.driver()).ifPresent(d -> add(d, subscription, routes));
      }
    }
    return new GatewayTags(routes);
  }

  private static void add(
      Node.Driver driver, Node.Subscription subscription, Map<Key, Route> routes) {
    long interval = driver.group(subscription.group()).map(g -> g.interval()).orElse(0L);
    for (Tag tag : driver.tags()) {
      if (tag.group().equals(subscription.group()) && !subscription.topic().isEmpty()) {
        routes.putIfAbsent(
            new Key(driver.name(), tag.name()),
            new Route(subscription.topic(), tag.name(), interval));
      }
    }
  }

  Optional<Route> of(String device, String point) {
    return Optional.ofNullable(routes.get(new Key(device, point)));
  }
}
