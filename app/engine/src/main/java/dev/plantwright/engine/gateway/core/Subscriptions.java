package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.core.Node.KeptGroup;
import dev.plantwright.engine.gateway.core.Node.KeptSubscription;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What can be done with subscriptions; only on the gateway's thread. */
public final class Subscriptions {
  public record SubscriptionView(
      String driver, String group, Optional<JsonNode> params, Optional<JsonNode> staticTags) {}

  /** A group of a driver and whether an application has it. */
  public record Choice(String driver, String group, boolean subscribed) {}

  private final Registry registry;

  Subscriptions(Registry registry) {
    this.registry = registry;
  }

  public void add(
      String appName,
      String driverName,
      String groupName,
      Optional<JsonNode> params,
      Optional<JsonNode> staticTags)
      throws Refusal {
    Node app = registry.node(appName);
    Node driver = registry.node(driverName);
    if (app.isDriver() || !driver.isDriver()) {
      throw new Refusal(Code.NODE_MAY_NOT_SUBSCRIBE);
    }
    KeptGroup group = registry.group(driver, groupName);
    if (find(app, driverName, groupName).isPresent()) {
      throw new Refusal(Code.SUBSCRIBED);
    }
    registry.pluginOf(app).checkSubscription(params);
    long id =
        registry.store.addSubscription(
            app.id,
            driver.id,
            group.id,
            params.map(registry::text),
            staticTags.map(registry::text));
    app.subscriptions.add(new KeptSubscription(id, driver, group, params, staticTags));
    registry.subscriptionsChanged(app);
  }

  public void update(
      String appName,
      String driverName,
      String groupName,
      Optional<JsonNode> params,
      Optional<JsonNode> staticTags)
      throws Refusal {
    Node app = registry.node(appName);
    KeptSubscription kept =
        find(app, driverName, groupName).orElseThrow(() -> new Refusal(Code.NOT_SUBSCRIBED));
    registry.pluginOf(app).checkSubscription(params);
    registry.store.updateSubscription(
        kept.id, params.map(registry::text), staticTags.map(registry::text));
    kept.params = params;
    kept.staticTags = staticTags;
    registry.subscriptionsChanged(app);
  }

  public void delete(String appName, String driverName, String groupName) throws Refusal {
    Node app = registry.node(appName);
    KeptSubscription kept =
        find(app, driverName, groupName).orElseThrow(() -> new Refusal(Code.NOT_SUBSCRIBED));
    registry.store.deleteSubscription(kept.id);
    app.subscriptions.remove(kept);
    registry.subscriptionsChanged(app);
  }

  private static Optional<KeptSubscription> find(Node app, String driver, String group) {
    return app.subscriptions.stream()
        .filter(one -> one.driver.name.equals(driver) && one.group.name.equals(group))
        .findFirst();
  }

  /** Empty for an application that is not there. */
  public List<SubscriptionView> of(String appName) {
    Node app = registry.nodes.get(appName);
    return app == null
        ? List.of()
        : app.subscriptions.stream()
            .map(
                one ->
                    new SubscriptionView(
                        one.driver.name, one.group.name, one.params, one.staticTags))
            .toList();
  }

  /** Every group of every driver. */
  public List<Choice> choices(String appName) throws Refusal {
    Node app = registry.node(appName);
    List<Choice> choices = new ArrayList<>();
    for (Node driver : registry.nodes.values()) {
      for (KeptGroup group : driver.groups.values()) {
        boolean subscribed = find(app, driver.name, group.name).isPresent();
        choices.add(new Choice(driver.name, group.name, subscribed));
      }
    }
    return choices;
  }
}
