package dev.plantwright.engine.rules.flow;

import java.util.List;
import java.util.Map;

/** Where the results of a rule go; used by the rule's worker alone. May block. */
public interface Target extends AutoCloseable {
  /** Type of the sink, as rules name it. */
  String type();

  /** Does it take text, or rows as they are? */
  boolean isBytes();

  /** Connects if it has to; called once, before the first delivery. */
  void open();

  /**
   * Hands over one message.
   *
   * @throws DeliveryFailure when it did not get there
   */
  void send(Delivery delivery);

  /** Lets go of everything; never throws. */
  @Override
  void close();

  /**
   * One message.
   *
   * @param rows what it is made of
   * @param text the same as text
   */
  record Delivery(List<Map<String, Object>> rows, String text) {}

  /** A message that did not get there. */
  final class DeliveryFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeliveryFailure(String message) {
      super(message, null, false, false);
    }
  }
}
