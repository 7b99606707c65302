package dev.plantwright.engine.gateway.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The last frames that went over the wire of one node. Written by the device's thread and the
 * threads of its connection, read by the inspect door.
 */
public final class FrameLog {
  private static final int KEPT = 200;

  /**
   * @param seq counts from 1
   * @param direction {@code out} or {@code in}
   * @param words what the frame says
   * @param bytes in hexadecimal
   * @param ms time since the request, for answers
   */
  public record Frame(long seq, long ts, String direction, String words, String bytes, double ms) {}

  private final ArrayDeque<Frame> frames = new ArrayDeque<>();
  private long seq;

  /** The oldest of more than 200 frames is forgotten. */
  public synchronized void add(
      long millis, String direction, String words, String bytes, double ms) {
    if (frames.size() == KEPT) {
      frames.removeFirst();
    }
    frames.addLast(new Frame(++seq, millis, direction, words, bytes, ms));
  }

  public synchronized List<Frame> after(long after) {
    return new ArrayList<>(frames.stream().filter(frame -> frame.seq() > after).toList());
  }
}
