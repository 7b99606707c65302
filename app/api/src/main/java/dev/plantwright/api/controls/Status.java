package dev.plantwright.api.controls;

/** The status vocabulary: one word, one shape, one colour for each state, everywhere. */
public enum Status {
  GOOD("good", "mdi2c-circle", "success", 9),
  RUNNING("running", "mdi2c-circle", "success", 9),
  UNCERTAIN("uncertain", "mdi2t-triangle", "warning", 12),
  WARNING("warning", "mdi2t-triangle", "warning", 14),
  BAD("bad", "mdi2c-close-octagon", "danger", 14),
  FAILED("failed", "mdi2c-close-octagon", "danger", 14),
  STALE("stale", "mdi2c-clock-outline", "warning", 14),
  NO_VALUE("no value yet", "mdi2c-circle-outline", "subtle", 11),
  NOT_DEPLOYED("not deployed yet", "mdi2c-circle-outline", "subtle", 11),
  STARTING("starting", "mdi2p-progress-clock", "accent", 14),
  RETRYING("retrying", "mdi2a-autorenew", "warning", 14),
  STOPPED("stopped", "mdi2s-square", "subtle", 11),
  OFF("not connected", "mdi2m-minus-circle-outline", "subtle", 14),
  HELD("held", "mdi2h-hand-back-right", "accent", 14),
  ADDED("added", "mdi2p-plus-box", "success", 14),
  CHANGED("changed", "mdi2p-pencil-box", "warning", 14),
  REMOVED("removed", "mdi2m-minus-box", "danger", 14),
  PASS("pass", "mdi2c-check-bold", "success", 14);

  private final String word;
  private final String icon;
  private final String tone;
  private final int size;

  Status(String word, String icon, String tone, int size) {
    this.word = word;
    this.icon = icon;
    this.tone = tone;
    this.size = size;
  }

  /** The word used in tables, trees, tooltips and logs. */
  public String word() {
    return word;
  }

  public String icon() {
    return icon;
  }

  /**
   * Style class: {@code success}, {@code warning}, {@code danger}, {@code accent}, {@code subtle}.
   */
  public String tone() {
    return tone;
  }

  /** Icon size in px. */
  public int size() {
    return size;
  }
}
