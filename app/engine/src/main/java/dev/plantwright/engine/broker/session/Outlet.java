package dev.plantwright.engine.broker.session;

import dev.plantwright.engine.broker.codec.Packet;

/** The way to a connected client. Confined to the broker's loop. */
interface Outlet {
  /** The client takes more now; if not, {@link Outbox#pump} is called when it does again. */
  boolean ready();

  /**
   * Writes a message.
   *
   * @return false: larger than the client takes; nothing was written
   */
  boolean publish(Delivery delivery, boolean duplicate, int id);

  void send(Packet packet);
}
