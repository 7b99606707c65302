package dev.plantwright.plant;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.tags.TagTable;
import java.util.List;
import java.util.Optional;

/** A node of a gateway: one folder in gateways/, its name is the folder's. */
public sealed interface Node {
  String name();

  /** Name of the plugin as the gateway has it, such as {@code Modbus TCP}. */
  String plugin();

  /** Its settings, variables not resolved. */
  JsonObject params();

  /** Its node.json. */
  JsonText source();

  /** Its node.json as a whole. */
  Place place();

  /**
   * A southbound node: a device with groups and tags.
   *
   * @param tags the lines of the table that have no error
   * @param table its tags.csv, mistakes included
   */
  record Driver(
      String name,
      String plugin,
      JsonObject params,
      List<Group> groups,
      List<Tag> tags,
      TagTable table,
      JsonText source,
      Place place)
      implements Node {
    public Driver {
      groups = List.copyOf(groups);
      tags = List.copyOf(tags);
    }

    public Driver withTags(List<Tag> checked) {
      return new Driver(name, plugin, params, groups, checked, table, source, place);
    }

    /** Path of its tag table, whether the file exists or not. */
    public String tagsFile() {
      return "gateways/" + name + "/tags.csv";
    }

    public Optional<Group> group(String group) {
      return groups.stream().filter(g -> g.name().equals(group)).findFirst();
    }

    public Optional<Tag> tag(String group, String tag) {
      return tags.stream().filter(t -> t.group().equals(group) && t.name().equals(tag)).findFirst();
    }
  }

  /** A northbound node: it publishes groups of drivers. */
  record App(
      String name,
      String plugin,
      JsonObject params,
      List<Subscription> subscriptions,
      JsonText source,
      Place place)
      implements Node {
    public App {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  /**
   * What a northbound node publishes.
   *
   * @param topic where; empty text where the plugin has its own
   */
  record Subscription(
      String driver, String group, String topic, JsonObject staticTags, Place place) {}
}
