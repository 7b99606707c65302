package dev.plantwright.sites.deploy;

import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.ekuiper.EkuiperClient;
import dev.plantwright.sites.ekuiper.RuleSummary;
import dev.plantwright.sites.neuron.GatewayGroup;
import dev.plantwright.sites.neuron.GatewayNode;
import dev.plantwright.sites.neuron.GatewayTag;
import dev.plantwright.sites.neuron.NeuronClient;
import dev.plantwright.sites.neuron.NodeKind;
import dev.plantwright.sites.neuron.Subscription;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what runs on a site through its doors. */
final class SiteReadBack {
  private final Doors doors;
  private final Predicate<String> nodeMatters;
  private final Map<Thing, Content> contents = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private Set<String> plugins = Set.of();

  private SiteReadBack(Doors doors, Predicate<String> nodeMatters) {
    this.doors = doors;
    this.nodeMatters = nodeMatters;
  }

  /**
   * @param nodeMatters which nodes are read with all that belongs to them; of the others only the
   *     name is told
   */
  static Found read(Doors doors, Predicate<String> nodeMatters) {
    SiteReadBack reading = new SiteReadBack(doors, nodeMatters);
    if (doors.site().neuron().isPresent()) {
      reading.gateway(doors.neuron());
    }
    if (doors.site().ekuiper().isPresent()) {
      reading.rules(doors.ekuiper());
    }
    return new Found(reading.contents, reading.plugins, reading.descriptions);
  }

  private void gateway(NeuronClient gateway) {
    plugins = new HashSet<>(gateway.plugins());
    for (NodeKind kind : NodeKind.values()) {
      for (GatewayNode node : gateway.nodes(kind)) {
        contents.put(Thing.node(node.name()), new Content.Node(node.plugin(), kind));
        if (nodeMatters.test(node.name())) {
          inside(gateway, node);
        }
      }
    }
  }

  private void inside(NeuronClient gateway, GatewayNode node) {
    gateway
        .setting(node.name())
        .ifPresent(
            params ->
                contents.put(Thing.setting(node.name()), new Content.Setting(Trees.plant(params))));
    switch (node.kind()) {
      case DRIVER -> groups(gateway, node.name());
      case APP -> subscriptions(gateway, node.name());
    }
  }

  private void groups(NeuronClient gateway, String driver) {
    for (GatewayGroup group : gateway.groups(driver)) {
      contents.put(Thing.group(driver, group.name()), new Content.Group(group.intervalMs()));
      for (GatewayTag tag : gateway.tags(driver, group.name())) {
        contents.put(Thing.tag(driver, group.name(), tag.name()), new Content.Tag(tag));
      }
    }
  }

  private void subscriptions(NeuronClient gateway, String app) {
    for (Subscription subscription : gateway.subscriptions(app)) {
      JsonObject tags = subscription.staticTags().map(Trees::plant).orElse(JsonObject.EMPTY);
      contents.put(
          Thing.subscription(app, subscription.driver(), subscription.group()),
          new Content.Subscription(subscription.topic(), tags));
    }
  }

  private void rules(EkuiperClient engine) {
    Map<String, String> statements = engine.statements();
    for (String stream : engine.streams()) {
      engine.stream(stream).ifPresent(text -> descriptions.put(stream, Json.write(text)));
      var sql = Optional.ofNullable(statements.get(stream));
      contents.put(Thing.stream(stream), new Content.Stream(sql));
    }
    for (RuleSummary rule : engine.rules()) {
      engine
          .rule(rule.id())
          .ifPresent(
              body -> contents.put(Thing.rule(rule.id()), new Content.Rule(Trees.plant(body))));
    }
  }
}
