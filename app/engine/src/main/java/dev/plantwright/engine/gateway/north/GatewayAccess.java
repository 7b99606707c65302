package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.Value;
import java.util.List;
import java.util.Map;

/** What an application may ask of the gateway; every call may block. */
public interface GatewayAccess {
  /** A tag with what was read for it last. */
  record ReadTag(Tag tag, TagReading reading) {}

  /** A driver node, as state messages tell about it. */
  record DriverState(String node, boolean link, int running) {}

  /** A written value under the name of its tag. */
  record NamedValue(String tag, Value value) {}

  /**
   * The newest readings of a group, without tags that can only be written.
   *
   * @param fresh read the device first
   */
  List<ReadTag> read(String node, String group, boolean fresh) throws Refusal;

  /**
   * Writes values after all of them were checked.
   *
   * @param several whether refusals are those of a write of several tags
   * @throws Refusal also when the device does not confirm
   */
  void write(String node, Map<String, List<NamedValue>> groups, boolean several) throws Refusal;

  List<DriverState> driverStates();
}
