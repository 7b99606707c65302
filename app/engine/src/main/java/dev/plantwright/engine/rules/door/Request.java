package dev.plantwright.engine.rules.door;

import java.util.Map;

/**
 * A request to the door.
 *
 * @param path names of the path's parameters to their decoded values
 * @param query of several values of a name the first
 */
record Request(Map<String, String> path, Map<String, String> query, String body) {
  String name() {
    return path.getOrDefault("name", "");
  }

  boolean isTrue(String parameter) {
    return "true".equalsIgnoreCase(query.getOrDefault(parameter, ""));
  }
}
