package dev.plantwright.live;

/**
 * An MQTT topic filter.
 *
 * @param text with {@code +} for one level and {@code #} for the rest
 */
record TopicFilter(String text) {
  /** As a broker matches: wildcards at the root leave out topics that begin with {@code $}. */
  boolean matches(String topic) {
    if (topic.startsWith("$") && !text.startsWith("$")) {
      return false;
    }
    return matches(0, topic, 0);
  }

  private boolean matches(int f, String topic, int t) {
    if (text.startsWith("#", f)) {
      return true;
    }
    int filterEnd = end(text, f);
    int topicEnd = end(topic, t);
    String level = text.substring(f, filterEnd);
    if (!level.equals("+")
        && !topic.regionMatches(t, level, 0, Math.max(level.length(), topicEnd - t))) {
      return false;
    }
    if (filterEnd == text.length() || topicEnd == topic.length()) {
      return filterEnd == text.length() && topicEnd == topic.length()
          || topicEnd == topic.length() && text.startsWith("/#", filterEnd);
    }
    return matches(filterEnd + 1, topic, topicEnd + 1);
  }

  private static int end(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 ? text.length() : slash;
  }
}
