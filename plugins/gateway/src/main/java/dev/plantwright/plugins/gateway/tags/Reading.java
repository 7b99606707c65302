package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.api.controls.Status;
import dev.plantwright.live.Value;

/**
 * What is known of a tag's value.
 *
 * @param raw bytes as read from the device; empty where nobody tells them
 * @param words quality in a word, or the reason
 * @param heardMs when it was read, epoch ms; 0 = never
 */
record Reading(Value value, String raw, Status status, String words, long heardMs) {
  static final Reading NONE =
      new Reading(Value.MISSING, "", Status.NO_VALUE, Status.NO_VALUE.word(), 0);

  /** As it was to be taken when it was told: too old after three intervals. */
  Reading at(long toldMs, long intervalMs) {
    boolean old = status == Status.GOOD && toldMs - heardMs > Math.max(1000, 3 * intervalMs);
    return old ? new Reading(value, raw, Status.STALE, Status.STALE.word(), heardMs) : this;
  }
}
