package dev.plantwright.sites.deploy;

import dev.plantwright.plant.Group;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.RuleFile;
import dev.plantwright.plant.StreamFile;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.variables.Resolved;
import dev.plantwright.plant.variables.VariableValues;
import dev.plantwright.plant.variables.Variables;
import dev.plantwright.sites.neuron.GatewayTag;
import dev.plantwright.sites.neuron.NodeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from a plant what it wants on a site, in the order in which it is made. */
final class Wishes {
  private final Plant plant;
  private final VariableValues values;
  private final List<Wanted> wishes = new ArrayList<>();

  private Wishes(Plant plant, VariableValues values) {
    this.plant = plant;
    this.values = values;
  }

  static List<Wanted> of(Plant plant, VariableValues values) {
    Wishes all = new Wishes(plant, values);
    plant.drivers().forEach(all::driver);
    plant.apps().forEach(all::app);
    plant.streams().forEach(all::stream);
    plant.rules().forEach(all::rule);
    return all.wishes;
  }

  private void driver(Node.Driver driver) {
    node(driver, NodeKind.DRIVER);
    for (Group group : driver.groups()) {
      add(
          Thing.group(driver.name(), group.name()),
          new Content.Group(group.interval()),
          nodeFile(driver));
    }
    for (Tag tag : driver.tags()) {
      Thing thing = Thing.tag(driver.name(), tag.group(), tag.name());
      add(thing, new Content.Tag(tag(tag)), driver.tagsFile());
    }
    setting(driver);
  }

  private static GatewayTag tag(Tag tag) {
    return new GatewayTag(
        tag.name(),
        tag.address(),
        tag.attributes().mask(),
        tag.type().number(),
        tag.precision(),
        tag.decimal(),
        tag.bias(),
        tag.description(),
        Optional.of(tag.unit()));
  }

  private void app(Node.App app) {
    node(app, NodeKind.APP);
    setting(app);
    for (Node.Subscription subscription : app.subscriptions()) {
      subscription(app, subscription);
    }
  }

  private void subscription(Node.App app, Node.Subscription subscription) {
    Resolved<String> topic = Variables.resolve(subscription.topic(), values);
    Content written = content(subscription.topic(), subscription.staticTags());
    Content resolved = content(topic.value(), subscription.staticTags());
    Thing thing = Thing.subscription(app.name(), subscription.driver(), subscription.group());
    Wanted wanted = new Wanted(thing, written, resolved, nodeFile(app), missing(topic.missing()));
    boolean known =
        plant
            .driver(subscription.driver())
            .flatMap(driver -> driver.group(subscription.group()))
            .isPresent();
    String group = subscription.driver() + "/" + subscription.group();
    wishes.add(known ? wanted : wanted.refused("the plant has no group " + group));
  }

  private static Content content(String topic, JsonObject staticTags) {
    return new Content.Subscription(Optional.of(topic).filter(t -> !t.isEmpty()), staticTags);
  }

  private void node(Node node, NodeKind kind) {
    add(Thing.node(node.name()), new Content.Node(node.plugin(), kind), nodeFile(node));
  }

  // A plugin refuses empty settings, so a node without any stays without.
  private void setting(Node node) {
    if (node.params().members().isEmpty()) {
      return;
    }
    Resolved<JsonObject> params = resolve(node.params());
    wishes.add(
        new Wanted(
            Thing.setting(node.name()),
            new Content.Setting(node.params()),
            new Content.Setting(params.value()),
            nodeFile(node),
            missing(params.missing())));
  }

  private void stream(StreamFile stream) {
    Resolved<String> sql = Variables.resolve(stream.sql(), values);
    wishes.add(
        new Wanted(
            Thing.stream(stream.name()),
            new Content.Stream(Optional.of(stream.sql())),
            new Content.Stream(Optional.of(sql.value())),
            stream.place().file(),
            missing(sql.missing())));
  }

  private void rule(RuleFile rule) {
    Resolved<JsonObject> body = resolve(rule.body());
    wishes.add(
        new Wanted(
            Thing.rule(rule.id()),
            new Content.Rule(rule.body()),
            new Content.Rule(body.value()),
            rule.place().file(),
            missing(body.missing())));
  }

  private void add(Thing thing, Content content, String file) {
    wishes.add(new Wanted(thing, content, content, file, Optional.empty()));
  }

  private Resolved<JsonObject> resolve(JsonObject written) {
    var resolved = Variables.resolve(written, values);
    return new Resolved<>((JsonObject) resolved.value(), resolved.missing());
  }

  private static Optional<String> missing(List<String> variables) {
    return variables.isEmpty()
        ? Optional.empty()
        : Optional.of("the site has no value for ${" + String.join("}, ${", variables) + "}");
  }

  private static String nodeFile(Node node) {
    return node.place().file();
  }
}
