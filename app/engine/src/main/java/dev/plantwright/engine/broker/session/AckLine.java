package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.codec.Packet;
import dev.plantwright.engine.broker.codec.ReasonCode;
import dev.plantwright.engine.broker.durability.Durability;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Acknowledgements to a publisher, in the order of its messages, each when its message is safe.
 * Confined to the broker's loop.
 */
final class AckLine {
  private final Durability durability;
  private final Consumer<Packet.Ack> out;
  private final Deque<Waiting> line = new ArrayDeque<>(0);

  private static final class Waiting {
    private Packet.Ack ack;
    private boolean decided;

    private Waiting(Packet.Ack ack) {
      this.ack = ack;
    }
  }

  /**
   * @param out takes an acknowledgement when its turn has come
   */
  AckLine(Durability durability, Consumer<Packet.Ack> out) {
    this.durability = durability;
    this.out = out;
  }

  /** Acknowledges when everything before the position of the log is safe. */
  void add(Packet.Ack ack, long position) {
    if (line.isEmpty() && durability.isSafe(position)) {
      out.accept(ack);
      return;
    }
    Waiting waiting = new Waiting(ack);
    line.add(waiting);
    durability.whenSafe(
        position,
        new Durability.Outcome() {
          @Override
          public void safe() {
            decide(waiting);
          }

          @Override
          public void lost(String sentence) {
            waiting.ack = new Packet.Ack(ack.kind(), ack.id(), ReasonCode.QUOTA_EXCEEDED);
            decide(waiting);
          }
        });
  }

  private void decide(Waiting waiting) {
    waiting.decided = true;
    while (!line.isEmpty() && line.getFirst().decided) {
      out.accept(line.removeFirst().ack);
    }
  }
}
