package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.Deployment;
import dev.plantwright.api.TagRef;
import dev.plantwright.live.Format;
import dev.plantwright.sites.deploy.Change;
import dev.plantwright.sites.deploy.Thing;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What differs between the files of a node and the site.
 *
 * @param tags changes of its tags
 * @param all changes of the node with its groups, settings and tags
 */
record Changes(Map<TagRef, Change> tags, List<Change> all, Deployment deployment) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  static Changes of(Deployment deployment, String node) {
    List<Change> all =
        deployment.changes().stream()
            .filter(c -> c.isWork() || c.kind() == Change.Kind.REFUSED)
            .filter(c -> c.thing().kind() != Thing.Kind.SUBSCRIPTION)
            .filter(c -> c.door().equals("neuron") && c.thing().path().getFirst().equals(node))
            .toList();
    Map<TagRef, Change> tags = new HashMap<>();
    for (Change change : all) {
      List<String> path = change.thing().path();
      if (change.thing().kind() == Thing.Kind.TAG && path.size() == 3) {
        tags.put(new TagRef(node, path.get(1), path.get(2)), change);
      }
    }
    return new Changes(Map.copyOf(tags), all, deployment);
  }

  Optional<Change> of(TagRef tag) {
    return Optional.ofNullable(tags.get(tag));
  }

  /** Tags that are not in the files any more and still run. */
  List<TagRef> removed(String group) {
    return tags.entrySet().stream()
        .filter(e -> e.getValue().kind() == Change.Kind.REMOVED)
        .map(Map.Entry::getKey)
        .filter(t -> t.group().equals(group))
        .sorted(java.util.Comparator.comparing(TagRef::tag))
        .toList();
  }

  /** One sentence or two for the banner; empty if nothing differs. */
  Optional<String> sentence(String node, String site, ZoneId zone) {
    long work = all.stream().filter(Change::isWork).count();
    if (work == 0) {
      return Optional.empty();
    }
    StringJoiner kinds = new StringJoiner(", ");
    for (Change.Kind kind : Change.Kind.values()) {
      long count = all.stream().filter(c -> c.kind() == kind).count();
      if (count > 0) {
        kinds.add(Format.count(count) + " " + kind.name().toLowerCase(Locale.ROOT));
      }
    }
    String head =
        "%s of %s not deployed to %s: %s."
            .formatted(ReadPlan.counted(work, "change"), node, site, kinds);
    return Optional.of(
        deployment
            .deployedAt()
            .map(at -> head + " The site runs the version of " + TIME.format(at.atZone(zone)) + ".")
            .orElse(head));
  }
}
