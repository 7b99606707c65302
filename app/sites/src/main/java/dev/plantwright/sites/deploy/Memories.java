package dev.plantwright.sites.deploy;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.Json;
import dev.plantwright.sites.doors.Doors;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what a plant has on a site after a deployment. */
final class Memories {
  private static final Logger LOG = LoggerFactory.getLogger(Memories.class);

  private Memories() {}

  static void after(
      DeployedMemory before,
      List<Change> changes,
      List<Wanted> wishes,
      Outcome outcome,
      Doors doors) {
    Set<Thing> things = new HashSet<>(before.things());
    changes.stream()
        .filter(change -> change.kind() == Change.Kind.SAME)
        .forEach(change -> things.add(change.thing()));
    for (Change change : outcome.done()) {
      if (change.kind() == Change.Kind.REMOVED) {
        things.removeIf(thing -> thing.equals(change.thing()) || thing.isInside(change.thing()));
      } else {
        things.add(change.thing());
      }
    }
    try {
      before.with(things, streams(wishes, things, doors)).save();
    } catch (IOException | DoorException e) {
      LOG.warn("What was deployed to {} could not be noted down", doors.site().name(), e);
    }
  }

  private static Map<String, String> streams(List<Wanted> wishes, Set<Thing> there, Doors doors) {
    Map<String, String> streams = new HashMap<>();
    for (Wanted wish : wishes) {
      if (wish.resolved() instanceof Content.Stream(Optional<String> sql)
          && there.contains(wish.thing())) {
        String name = wish.thing().name();
        doors.ekuiper().stream(name)
            .ifPresent(
                description ->
                    streams.put(
                        name, DeployedMemory.fingerprint(sql.orElse(""), Json.write(description))));
      }
    }
    return streams;
  }
}
