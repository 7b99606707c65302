package dev.plantwright.sites.deploy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found on a site.
 *
 * @param contents of the nodes that matter and of all streams and rules
 * @param plugins names of the gateway's plugins; empty when it was not asked
 * @param descriptions how the rule engine describes its streams, for those it tells no statement of
 */
record Found(Map<Thing, Content> contents, Set<String> plugins, Map<String, String> descriptions) {
  Optional<Content> content(Thing thing) {
    return Optional.ofNullable(contents.get(thing));
  }

  /** Without a thing and all that goes with it. */
  Found without(Thing thing) {
    Map<Thing, Content> left = new LinkedHashMap<>(contents);
    left.keySet().removeIf(other -> other.equals(thing) || other.isInside(thing));
    return new Found(left, plugins, descriptions);
  }
}
