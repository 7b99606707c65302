package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.TagRef;
import dev.plantwright.api.ValueRef;
import dev.plantwright.api.controls.Status;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Value;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.doors.Doors;
import dev.plantwright.sites.neuron.TagValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Readings of tags: from the gateway with raw bytes, or from what it publishes without. */
final class Readings {
  private Readings() {}

  /**
   * Asks gateway and inspect door; blocks.
   *
   * @throws DoorException if the site has no inspect door, or the gateway no such node
   */
  static Map<TagRef, Reading> ask(Doors doors, String node) {
    JsonNode pages = doors.inspect().tags(node);
    Set<String> groups = new LinkedHashSet<>();
    pages.forEach(page -> groups.add(page.path("group").asString("")));
    Map<TagRef, Value> values = new HashMap<>();
    groups.forEach(group -> values(doors, node, group, values));
    Map<TagRef, Reading> readings = new HashMap<>();
    for (JsonNode page : pages) {
      TagRef ref = new TagRef(node, page.path("group").asString(), page.path("tag").asString());
      readings.put(ref, reading(page, values.getOrDefault(ref, Value.MISSING)));
    }
    return Map.copyOf(readings);
  }

  /** A group that went between two questions has no values. */
  private static void values(Doors doors, String node, String group, Map<TagRef, Value> into) {
    try {
      for (TagValue tag : doors.neuron().read(node, group, false)) {
        TagRef ref = new TagRef(node, group, tag.name());
        tag.value().ifPresent(value -> into.put(ref, Shown.of(value)));
      }
    } catch (DoorException e) {
      if (e.unreachable()) {
        throw e;
      }
    }
  }

  private static Reading reading(JsonNode page, Value value) {
    String reason = page.path("reason").asString("");
    Status status =
        switch (page.path("quality").asString("")) {
          case "good" -> Status.GOOD;
          case "bad" -> Status.BAD;
          default -> Status.NO_VALUE;
        };
    String words = status == Status.BAD && !reason.isEmpty() ? reason : status.word();
    return new Reading(
        value, page.path("raw").asString(""), status, words, page.path("ts").asLong(0));
  }

  /** What the broker last carried of a tag. */
  static Reading published(Live live, Optional<ValueRef> ref) {
    int row =
        ref.map(r -> live.latest().find(r.topic(), r.member().orElse(""))).orElse(Latest.NONE);
    if (row == Latest.NONE) {
      return Reading.NONE;
    }
    dev.plantwright.live.Reading last = live.latest().read(row);
    String path = live.latest().path(row);
    Quality quality = Quality.of(last, live.meanings().of(path), live.source(), live.nowMs());
    return new Reading(last.value(), "", status(quality.state()), quality.word(), last.valueMs());
  }

  private static Status status(Quality.State state) {
    return switch (state) {
      case NONE -> Status.NO_VALUE;
      case GOOD -> Status.GOOD;
      case UNCERTAIN -> Status.UNCERTAIN;
      case STALE -> Status.STALE;
      case BAD -> Status.BAD;
    };
  }

  /** Where a tag is published, by the first subscription of its group that names a topic. */
  static Optional<ValueRef> topic(Plant plant, TagRef tag) {
    return plant.apps().stream()
        .flatMap(app -> app.subscriptions().stream())
        .filter(s -> s.driver().equals(tag.node()) && s.group().equals(tag.group()))
        .map(Node.Subscription::topic)
        .filter(topic -> !topic.isEmpty())
        .findFirst()
        .map(topic -> new ValueRef(topic, Optional.of(tag.tag())));
  }
}
