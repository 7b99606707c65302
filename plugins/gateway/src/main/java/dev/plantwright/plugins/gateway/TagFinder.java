package dev.plantwright.plugins.gateway;

import dev.plantwright.api.Finder;
import dev.plantwright.api.Workbench;
import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds tags by words of node, name and description for Quick Access. */
final class TagFinder {
  private static final int MOST = 50;

  private TagFinder() {}

  private record Hit(Node.Driver node, Tag tag) {}

  static Finder finder() {
    return new Finder("tag", "mdi2t-table-row", TagFinder::find);
  }

  private static List<Finder.Found> find(String words, Workbench workbench) {
    Optional<Plant> plant = workbench.plant().getValue();
    if (words.isBlank() || plant.isEmpty()) {
      return List.of();
    }
    String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
    List<Hit> hits = new ArrayList<>();
    for (Node.Driver node : plant.get().drivers()) {
      node.tags().stream()
          .filter(tag -> matches(node, tag, parts))
          .forEach(tag -> hits.add(new Hit(node, tag)));
    }
    return hits.stream()
        .sorted(Comparator.comparingInt((Hit hit) -> rank(hit.tag().name(), parts[0])))
        .limit(MOST)
        .map(hit -> found(hit, plant.get(), workbench))
        .toList();
  }

  private static boolean matches(Node.Driver node, Tag tag, String[] parts) {
    String text =
        (node.name() + " " + tag.group() + " " + tag.name() + " " + tag.description())
            .toLowerCase(Locale.ROOT);
    for (String part : parts) {
      if (!text.contains(part)) {
        return false;
      }
    }
    return true;
  }

  private static int rank(String name, String word) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(word) ? 0 : lower.startsWith(word) ? 1 : lower.contains(word) ? 2 : 3;
  }

  private static Finder.Found found(Hit hit, Plant plant, Workbench workbench) {
    Tag tag = hit.tag();
    return new Finder.Found(
        hit.node().name() + " · " + tag.name(),
        value(hit, plant, workbench.live()),
        () -> workbench.openFile(hit.node().tagsFile(), Optional.of(tag.place())));
  }

  /** The live value with its unit; the address while there is none. */
  private static String value(Hit hit, Plant plant, Live live) {
    Tag tag = hit.tag();
    int row =
        plant.apps().stream()
            .flatMap(app -> app.subscriptions().stream())
            .filter(s -> s.driver().equals(hit.node().name()) && s.group().equals(tag.group()))
            .mapToInt(s -> live.latest().find(s.topic(), tag.name()))
            .filter(at -> at != Latest.NONE)
            .findFirst()
            .orElse(Latest.NONE);
    if (row == Latest.NONE) {
      return tag.address();
    }
    Meaning meaning = live.meanings().of(live.latest().path(row));
    String value = meaning.show(live.latest().read(row).value());
    return value.equals(Format.NOTHING) ? tag.address() : (value + " " + tag.unit()).strip();
  }
}
