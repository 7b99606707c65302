package dev.plantwright.plugins.plant.explorer;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The things of a plant as lines of the explorer; headings without things are left out. */
final class PlantItems {
  private PlantItems() {}

  static Item of(Plant plant) {
    List<Item> children = new ArrayList<>();
    if (plant.file("namespace/model.json").isPresent()) {
      children.add(
          Item.leaf(
              Item.Kind.FILE, "Namespace model", "mdi2s-sitemap-outline", "namespace/model.json"));
    }
    add(children, "Gateways", "mdi2l-lan", "gateways/", nodes(plant));
    add(
        children,
        "Streams",
        "mdi2w-waves",
        "streams/",
        files(plant, "streams/", ".sql", Item.Kind.STREAM, "mdi2w-waves"));
    add(
        children,
        "Rules",
        "mdi2f-filter-cog-outline",
        "rules/",
        files(plant, "rules/", ".json", Item.Kind.RULE, "mdi2f-filter-cog-outline"));
    add(
        children,
        "Charts",
        "mdi2c-chart-line",
        "charts/",
        files(plant, "charts/", ".json", Item.Kind.FILE, "mdi2c-chart-line"));
    add(
        children,
        "Simulation",
        "mdi2r-robot-industrial",
        "simulation/",
        files(plant, "simulation/", ".json", Item.Kind.DEVICE, "mdi2c-chip"));
    add(
        children,
        "Sites",
        "mdi2s-server-network",
        "sites/",
        files(plant, "sites/", ".json", Item.Kind.FILE, "mdi2s-server-network"));
    return new Item(
        "plant",
        plant.title(),
        "mdi2f-factory",
        Optional.of("plant.json"),
        Optional.of(""),
        Item.Kind.PLANT,
        children);
  }

  private static void add(
      List<Item> to, String title, String icon, String folder, List<Item> children) {
    if (!children.isEmpty()) {
      to.add(Item.heading(title, icon, folder, children));
    }
  }

  private static List<Item> nodes(Plant plant) {
    List<Item> items = new ArrayList<>();
    for (Node.Driver driver : plant.drivers()) {
      items.add(node(driver.name(), icon(driver), driver.tagsFile()));
    }
    for (Node.App app : plant.apps()) {
      items.add(node(app.name(), "mdi2e-export-variant", app.place().file()));
    }
    return items;
  }

  private static String icon(Node.Driver driver) {
    return driver.name().contains("meter") ? "mdi2m-meter-electric-outline" : "mdi2c-chip";
  }

  private static Item node(String name, String icon, String file) {
    return new Item(
        "node:" + name,
        name,
        icon,
        Optional.of(file),
        Optional.of("gateways/" + name + "/"),
        Item.Kind.NODE,
        List.of());
  }

  private static List<Item> files(
      Plant plant, String folder, String suffix, Item.Kind kind, String icon) {
    return plant.files().stream()
        .map(f -> f.path())
        .filter(p -> p.startsWith(folder) && p.endsWith(suffix))
        .map(
            p ->
                Item.leaf(
                    kind, p.substring(folder.length(), p.length() - suffix.length()), icon, p))
        .toList();
  }
}
