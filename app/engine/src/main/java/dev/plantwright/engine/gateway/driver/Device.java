package dev.plantwright.engine.gateway.driver;

import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.Value;
import java.io.IOException;
import java.util.List;

/**
 * One device behind one connection. Belongs to the thread of its {@link DeviceWorker}; every call
 * comes back within the timeouts of its settings, whatever the device does.
 */
public interface Device extends AutoCloseable {
  /** A value to be written, as the device holds it. */
  record TagWrite(Tag tag, Value value) {}

  /**
   * Opens the connection.
   *
   * @throws IOException one sentence that says what failed and where
   */
  void connect() throws IOException;

  boolean connected();

  /** Closes the connection; {@link #connect} may be called again. Never throws. */
  void disconnect();

  /**
   * Reads all tags of a group in as few requests as possible. A tag that fails has the number of
   * its error; a connection that breaks leaves the rest as not connected.
   *
   * @param turn to be called between two requests, so that writes need not wait for the whole
   */
  Cycle read(Group group, Runnable turn);

  /** Reads one tag that need not be in a group; without scaling. */
  TagReading readOne(Tag tag);

  /**
   * Writes values in as few requests as possible.
   *
   * @return 0 when the device confirmed all of them, else Neuron's number of the first failure
   */
  int write(List<TagWrite> writes);

  /** ms of the last round trip, -1 before the first. */
  long roundTripMillis();

  @Override
  void close();
}
