package dev.plantwright.plugins.simulation;

import dev.plantwright.sites.simulator.FaultKind;

/** A fault of a device, on or off. */
record Fault(String device, String kind) {
  /** The kind as a heading says it: {@code over_temp} is Over temp. */
  static String words(String kind) {
    String words = kind.replace('_', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }

  static String icon(FaultKind kind) {
    return switch (kind.kind()) {
      case FaultKind.SILENCE -> "mdi2v-volume-off";
      case FaultKind.EXCEPTION -> "mdi2a-alert-circle-outline";
      case FaultKind.SLOW -> "mdi2t-timer-sand";
      default -> "mdi2f-flash-alert-outline";
    };
  }
}
