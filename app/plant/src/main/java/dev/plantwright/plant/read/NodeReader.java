package dev.plantwright.plant.read;

import dev.plantwright.plant.Group;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.ArrayList;
import java.util.List;

/** Reads gateways/NAME/node.json. */
final class NodeReader {
  /** Where an interval cannot be read, so that the tags of the group can be seen at all. */
  private static final int USUAL_INTERVAL = 1000;

  private NodeReader() {}

  static boolean isApp(JsonFile file) {
    return file.root().text("type").filter("app"::equals).isPresent();
  }

  static List<Group> groups(JsonFile file) {
    List<Group> groups = new ArrayList<>();
    for (Member member : file.root().object("groups").members()) {
      JsonObject group = member.value() instanceof JsonObject o ? o : JsonObject.EMPTY;
      long interval =
          group
              .number("interval")
              .filter(n -> n.signum() > 0 && n.precision() - n.scale() <= 10)
              .map(Number::longValue)
              .orElse((long) USUAL_INTERVAL);
      groups.add(new Group(member.name(), interval, file.at(member)));
    }
    return groups;
  }

  static Node.App app(String name, JsonFile file) {
    JsonObject root = file.root();
    List<Node.Subscription> subscriptions = new ArrayList<>();
    for (JsonValue item : root.items("subscriptions")) {
      if (item instanceof JsonObject o) {
        subscriptions.add(subscription(o, file));
      }
    }
    return new Node.App(
        name,
        root.text("plugin").orElse(""),
        root.object("params"),
        subscriptions,
        file.text(),
        file.whole());
  }

  private static Node.Subscription subscription(JsonObject item, JsonFile file) {
    return new Node.Subscription(
        item.text("driver").orElse(""),
        item.text("group").orElse(""),
        item.text("topic").orElse(""),
        item.object("static_tags"),
        file.at(item.span()));
  }
}
