package dev.plantwright.engine.broker.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Messages that wait for one session, bounded by number and bytes. */
final class WaitingLine {
  private final Deque<Delivery> line = new ArrayDeque<>(0);
  private final Limits limits;
  private final Traffic traffic;
  private long bytes;
  private int unacknowledged;

  WaitingLine(Limits limits, Traffic traffic) {
    this.limits = limits;
    this.traffic = traffic;
  }

  /** Adds at the end. If it is full the oldest of QoS 0 goes, and if there is none the new one. */
  void add(Delivery delivery) {
    int weight = delivery.message().weight();
    while (full(weight)) {
      traffic.countDropped();
      if (!dropOldestUnacknowledged()) {
        return;
      }
    }
    line.add(delivery);
    bytes += weight;
    unacknowledged += delivery.qos() == 0 ? 1 : 0;
  }

  private boolean full(int weight) {
    return !line.isEmpty()
        && (line.size() >= limits.queueMessages() || bytes + weight > limits.queueBytes());
  }

  private boolean dropOldestUnacknowledged() {
    if (unacknowledged == 0) {
      return false;
    }
    Iterator<Delivery> oldest = line.iterator();
    while (oldest.hasNext()) {
      Delivery delivery = oldest.next();
      if (delivery.qos() == 0) {
        oldest.remove();
        taken(delivery);
        break;
      }
    }
    return true;
  }

  Delivery peek() {
    return line.peek();
  }

  Delivery take() {
    Delivery delivery = line.remove();
    taken(delivery);
    return delivery;
  }

  private void taken(Delivery delivery) {
    bytes -= delivery.message().weight();
    unacknowledged -= delivery.qos() == 0 ? 1 : 0;
  }

  /** What a client that went away is not owed. */
  void removeUnacknowledged() {
    line.removeIf(
        delivery -> {
          if (delivery.qos() == 0) {
            taken(delivery);
            traffic.countDropped();
          }
          return delivery.qos() == 0;
        });
  }

  boolean isEmpty() {
    return line.isEmpty();
  }

  boolean halfFull() {
    return line.size() > limits.queueMessages() / 2 || bytes > limits.queueBytes() / 2;
  }

  boolean quarterFull() {
    return line.size() > limits.queueMessages() / 4 || bytes > limits.queueBytes() / 4;
  }

  int size() {
    return line.size();
  }
}
