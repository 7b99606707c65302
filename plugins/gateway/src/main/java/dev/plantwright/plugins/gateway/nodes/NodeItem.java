package dev.plantwright.plugins.gateway.nodes;

import dev.plantwright.plant.Group;
import dev.plantwright.plant.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A line of the Nodes part. */
sealed interface NodeItem {
  /** Over the nodes of a kind. */
  record Heading(String title) implements NodeItem {}

  /**
   * A node.
   *
   * @param endpoint what it talks to
   * @param size how many tags or groups it has, in words
   */
  record Entry(Node node, String endpoint, String size) implements NodeItem {}

  /** A group of a device. */
  record Interval(Node.Driver node, Group group, long tags) implements NodeItem {}

  /** All lines in order, each group after its node. */
  static List<NodeItem> of(
      List<Node.Driver> drivers, List<Node.App> apps, Map<String, Integer> devicePorts) {
    List<NodeItem> items = new ArrayList<>();
    if (!drivers.isEmpty()) {
      items.add(new Heading("Devices"));
    }
    for (Node.Driver driver : drivers) {
      items.add(entry(driver, devicePorts));
      driver.groups().forEach(group -> items.add(new Interval(driver, group, tags(driver, group))));
    }
    if (!apps.isEmpty()) {
      items.add(new Heading("Applications"));
    }
    apps.forEach(app -> items.add(entry(app, devicePorts)));
    return items;
  }

  private static Entry entry(Node node, Map<String, Integer> devicePorts) {
    String size =
        switch (node) {
          case Node.Driver driver -> counted(driver.table().rows().size(), "tag");
          case Node.App app -> counted(app.subscriptions().size(), "group");
        };
    return new Entry(node, Endpoint.of(node, devicePorts), size);
  }

  private static long tags(Node.Driver driver, Group group) {
    return driver.tags().stream().filter(t -> t.group().equals(group.name())).count();
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
