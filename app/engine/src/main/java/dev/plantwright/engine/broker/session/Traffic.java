package dev.plantwright.engine.broker.session;

/** Counters of one client, summed up in those of all. Confined to the broker's loop. */
final class Traffic {
  private final Traffic all;
  private long received;
  private long sent;
  private long dropped;

  Traffic(Traffic all) {
    this.all = all;
  }

  Traffic() {
    this(null);
  }

  void countReceived() {
    received++;
    if (all != null) {
      all.received++;
    }
  }

  void countSent() {
    sent++;
    if (all != null) {
      all.sent++;
    }
  }

  void countDropped() {
    dropped++;
    if (all != null) {
      all.dropped++;
    }
  }

  long received() {
    return received;
  }

  long sent() {
    return sent;
  }

  long dropped() {
    return dropped;
  }
}
