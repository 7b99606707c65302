package dev.plantwright.engine.gateway.core;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.nio.charset.StandardCharsets;

/** Neuron's limits of names, labels and intervals. */
final class Limits {
  static final long LEAST_INTERVAL = 30;
  static final int MOST_GROUPS = 512;
  static final long DEFAULT_INTERVAL = 100;
  private static final int NAME = 128;
  private static final int DESCRIPTION = 256;
  private static final int LABELS = 5;
  private static final int LABELS_TEXT = 256;
  private static final String FORBIDDEN = "!@#$%^&*()-+=[]{};:'\"<>?\\|~`\t\n";

  private Limits() {}

  static boolean tooLong(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length >= NAME;
  }

  static boolean descriptionTooLong(String description) {
    return description.getBytes(StandardCharsets.UTF_8).length >= DESCRIPTION;
  }

  static void nodeName(String name) throws Refusal {
    if (tooLong(name)) {
      throw new Refusal(Code.NODE_NAME_LONG);
    }
    if (name.equals("monitor") || name.equals("DataStorage")) {
      throw new Refusal(Code.NODE_RESERVED);
    }
  }

  static void labels(String labels) throws Refusal {
    if (labels.getBytes(StandardCharsets.UTF_8).length >= LABELS_TEXT) {
      throw new Refusal(Code.LABELS_LONG);
    }
    if (labels.split(",", -1).length > LABELS) {
      throw new Refusal(Code.LABELS_MANY);
    }
    if (labels.chars().anyMatch(letter -> FORBIDDEN.indexOf(letter) >= 0)) {
      throw new Refusal(Code.LABEL_CHARACTERS);
    }
  }

  /** The interval as Neuron's 32 bits hold it. */
  static long interval(long interval) throws Refusal {
    long held = interval & 0xFFFFFFFFL;
    if (interval < LEAST_INTERVAL || held < LEAST_INTERVAL) {
      throw new Refusal(Code.GROUP_INTERVAL, "A group is read every 30 ms at most.");
    }
    return held;
  }
}
