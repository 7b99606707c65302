package dev.plantwright.engine;

import java.io.IOException;

/** One public API of the engine: listens on a socket and answers as the real product does. */
public interface Door extends AutoCloseable {
  /** Key of DESIGN's port list: {@code mqtt}, {@code neuron}, {@code ekuiper}, {@code inspect}. */
  String key();

  /**
   * Opens the listener and returns when it accepts connections.
   *
   * @param port 0 for any free port
   * @return the port it listens on
   * @throws IOException if the port is taken or the host cannot be bound
   */
  int open(String host, int port) throws IOException;

  /** Stops listening and ends what is connected; never throws. */
  @Override
  void close();
}
