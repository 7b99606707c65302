package dev.plantwright.engine.gateway.north;

import java.util.ArrayDeque;

/** Uploads that wait for the broker to come back; the oldest give way when it is full. */
final class Cache {
  record Upload(String topic, byte[] payload) {
    long size() {
      return topic.length() + (long) payload.length;
    }
  }

  private final long most;
  private final ArrayDeque<Upload> uploads = new ArrayDeque<>();
  private long size;

  Cache(long most) {
    this.most = most;
  }

  /** How many were lost by it. */
  int add(Upload upload) {
    uploads.addLast(upload);
    size += upload.size();
    int lost = 0;
    while (size > most) {
      size -= uploads.removeFirst().size();
      lost++;
    }
    return lost;
  }

  boolean isEmpty() {
    return uploads.isEmpty();
  }

  Upload first() {
    return uploads.getFirst();
  }

  void removeFirst() {
    size -= uploads.removeFirst().size();
  }
}
