package dev.plantwright.engine.gateway.driver;

import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import dev.plantwright.engine.gateway.model.Tag;

/** A field protocol. Safe to use from any thread; keeps no state of a device. */
public interface DeviceDriver extends AutoCloseable {
  Plugin plugin();

  /**
   * A device with these settings; opens nothing yet.
   *
   * @param frames where the device notes what goes over the wire
   * @throws Refusal if the settings cannot be used
   */
  Device device(Settings settings, FrameLog frames) throws Refusal;

  /** Neuron's error number for a tag that this protocol cannot have, else 0. */
  int check(Tag tag);

  @Override
  void close();
}
