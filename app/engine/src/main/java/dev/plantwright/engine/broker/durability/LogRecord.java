package dev.plantwright.engine.broker.durability;

/** Kinds of records in the log; the code is what stands in the file and is never used again. */
public enum LogRecord {
  /** Stands where a damaged record was. */
  FILLER(0),
  /** A message that is kept for its topic. */
  RETAINED(1),
  /** The topic has no retained message any more. */
  RETAINED_GONE(2);

  private final int code;

  LogRecord(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static LogRecord of(int code) {
    for (LogRecord kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalArgumentException("log record of kind " + code + " is not known");
  }
}
