package dev.plantwright.engine.rules.flow;

import dev.plantwright.sql.row.OutputRow;
import dev.plantwright.sql.run.Counters;
import dev.plantwright.sql.value.SqlError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One sink of a running rule, with what is done to the results on the way there. */
public final class Action {
  private final Target target;
  private final RowTransform transform;
  private final boolean sendError;
  private final InstantSource clock;
  private final Counters transformed = new Counters("transform");
  private final Counters encoded = new Counters("encode");
  private final Counters sent = new Counters("sink");
  private volatile long connectedAt;

  public Action(Target target, RowTransform transform, boolean sendError, InstantSource clock) {
    this.target = target;
    this.transform = transform;
    this.sendError = sendError;
    this.clock = clock;
  }

  void open() {
    target.open();
    connectedAt = clock.millis();
  }

  void close() {
    target.close();
  }

  void emitted(List<OutputRow> rows) {
    long now = clock.millis();
    transformed.received(now);
    try {
      List<Target.Delivery> deliveries = transform.apply(rows, target.isBytes());
      transformed.done(deliveries.size());
      deliveries.forEach(this::deliver);
    } catch (SqlError e) {
      encoded.failed(e.getMessage(), now);
      failed(e.getMessage());
    }
  }

  /** An error on the way here, when the rule is to send errors. */
  void failed(String message) {
    if (sendError) {
      Map<String, Object> row = Map.of("error", message);
      deliver(new Target.Delivery(List.of(row), message));
    }
  }

  private void deliver(Target.Delivery delivery) {
    long now = clock.millis();
    if (target.isBytes()) {
      encoded.received(now);
      encoded.done(1);
    }
    sent.received(now);
    try {
      target.send(delivery);
      sent.done(1);
    } catch (Target.DeliveryFailure e) {
      sent.failed(e.getMessage(), now);
    }
  }

  String type() {
    return target.type();
  }

  boolean isBytes() {
    return target.isBytes();
  }

  Counters transformed() {
    return transformed;
  }

  Counters encoded() {
    return encoded;
  }

  Counters sent() {
    return sent;
  }

  /** Is there something that it connects to? */
  boolean isConnecting() {
    return !target.type().equals("nop");
  }

  long connectedAt() {
    return connectedAt;
  }
}
