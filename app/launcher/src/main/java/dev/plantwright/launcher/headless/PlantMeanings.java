package dev.plantwright.launcher.headless;

import dev.plantwright.live.Meaning;
import dev.plantwright.live.Meanings;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the tags of a plant say about the paths they are published on: where a group goes is in the
 * subscriptions of the northbound nodes.
 */
record PlantMeanings(Map<String, Meaning> byPath) implements Meanings {

  static PlantMeanings of(Plant plant) {
    Map<String, Meaning> byPath = new LinkedHashMap<>();
    for (Node.App app : plant.apps()) {
      for (Node.Subscription subscription : app.subscriptions()) {
        plant
            .driver(subscription.driver())
            .ifPresent(driver -> add(byPath, subscription, driver.tags()));
      }
    }
    return new PlantMeanings(byPath);
  }

  private static void add(
      Map<String, Meaning> byPath, Node.Subscription subscription, List<Tag> tags) {
    for (Tag tag : tags) {
      if (tag.group().equals(subscription.group())) {
        byPath.put(subscription.topic() + "/" + tag.name(), meaning(subscription.driver(), tag));
      }
    }
  }

  private static Meaning meaning(String driver, Tag tag) {
    Meaning known =
        Meaning.UNKNOWN
            .withUnit(tag.unit())
            .withTag(new Meaning.Tag(driver, tag.group(), tag.name()));
    return tag.precision() > 0 ? known.withDecimals(tag.precision()) : known;
  }

  @Override
  public Meaning of(String path) {
    return byPath.getOrDefault(path, Meaning.UNKNOWN);
  }
}
