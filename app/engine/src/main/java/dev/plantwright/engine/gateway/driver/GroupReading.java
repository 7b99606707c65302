package dev.plantwright.engine.gateway.driver;

import dev.plantwright.engine.gateway.model.Group;
import java.util.List;

/**
 * The newest reading of a group.
 *
 * @param readings one for each tag of {@code group}, in its order
 * @param millis when it was finished, since the epoch
 * @param durationMillis how long it took
 * @param polled readings since the node was started
 * @param overrun readings that were left out because one before took too long
 */
public record GroupReading(
    Group group,
    List<TagReading> readings,
    List<Cycle.Request> requests,
    long millis,
    double durationMillis,
    long polled,
    long overrun) {}
