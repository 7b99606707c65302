package dev.plantwright.sites.neuron;

import dev.plantwright.sites.HttpDoor;

/** A path with query parameters, encoded. */
record Query(String text) {
  static Query of(String path) {
    return new Query(path);
  }

  Query with(String name, String value) {
    String separator = text.contains("?") ? "&" : "?";
    return new Query(text + separator + name + "=" + HttpDoor.encoded(value));
  }
}
