package dev.plantwright.engine.broker.message;

import io.netty.buffer.ByteBufUtil;

/** Rules of topic names and topic filters (section 4.7 of both standards). */
public final class Topics {
  private static final int LONGEST = 65_535;

  private Topics() {}

  /** A message may be published to it. */
  public static boolean validName(String topic) {
    return sized(topic) && topic.indexOf('+') < 0 && topic.indexOf('#') < 0;
  }

  /** A client may subscribe to it; {@code #} only alone and last, {@code +} only alone. */
  public static boolean validFilter(String filter) {
    if (!sized(filter)) {
      return false;
    }
    int last = filter.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = filter.charAt(i);
      boolean starts = i == 0 || filter.charAt(i - 1) == '/';
      if (c == '#' && (i != last || !starts)
          || c == '+' && (!starts || i != last && filter.charAt(i + 1) != '/')) {
        return false;
      }
    }
    return true;
  }

  /** Number of levels, at least 1. */
  public static int levels(String topic) {
    int levels = 1;
    for (int i = topic.indexOf('/'); i >= 0; i = topic.indexOf('/', i + 1)) {
      levels++;
    }
    return levels;
  }

  /** Topics of the server: no wildcard at the root of a filter matches them. */
  public static boolean reserved(String topic) {
    return !topic.isEmpty() && topic.charAt(0) == '$';
  }

  private static boolean sized(String topic) {
    return !topic.isEmpty()
        && topic.indexOf('\0') < 0
        && (topic.length() <= LONGEST / 3 || ByteBufUtil.utf8Bytes(topic) <= LONGEST);
  }
}
