package dev.plantwright.plant.check;

/** What a topic may be. */
final class Topics {
  static final int LONGEST = 65535;

  private Topics() {}

  /** The index of the first character that only a filter may have; -1 if there is none. */
  static int wildcard(String topic) {
    for (int i = 0; i < topic.length(); i++) {
      if (topic.charAt(i) == '+' || topic.charAt(i) == '#' || topic.charAt(i) == 0) {
        return i;
      }
    }
    return -1;
  }
}
