package dev.plantwright.engine.broker;

import dev.plantwright.engine.broker.access.Access;
import dev.plantwright.engine.broker.durability.SegmentedLog;
import dev.plantwright.engine.broker.session.Limits;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a broker is made of.
 *
 * @param dir folder of its log; made if it is not there
 */
public record BrokerOptions(
    Path dir, Access access, Limits limits, SegmentedLog.Options log, InstantSource clock) {
  /** Default limits. */
  public BrokerOptions(Path dir, Access access, InstantSource clock) {
    this(dir, access, Limits.DEFAULT, SegmentedLog.Options.DEFAULT, clock);
  }
}
