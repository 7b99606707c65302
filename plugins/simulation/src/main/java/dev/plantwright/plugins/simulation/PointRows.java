package dev.plantwright.plugins.simulation;

import dev.plantwright.live.Format;
import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.live.Meaning;
import dev.plantwright.live.Quality;
import dev.plantwright.live.Reading;
import dev.plantwright.live.Value;
import dev.plantwright.plugins.simulation.GatewayTags.Route;
import dev.plantwright.plugins.simulation.Shown.Gateway;
import dev.plantwright.plugins.simulation.Shown.Sight;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The points of one device, kept from answer to answer. */
final class PointRows {
  private static final long LEAST_MS = 8_000;

  private final Live live;
  private final Map<String, PointRow> rows = new HashMap<>();
  private String device = "";
  private List<PointRow> all = List.of();
  private GatewayTags tags = GatewayTags.NONE;
  private FaultedPoints faulted = FaultedPoints.NONE;

  PointRows(Live live) {
    this.live = live;
  }

  void tags(GatewayTags next) {
    tags = next;
  }

  void faulted(FaultedPoints next) {
    faulted = next;
  }

  /** In the order of the device. */
  List<PointRow> all() {
    return all;
  }

  /** Where the gateway publishes a point of the present device. */
  Optional<Route> route(PointRow row) {
    return tags.of(device, row.name());
  }

  /** Forgets all. */
  void clear() {
    rows.clear();
    all = List.of();
    device = "";
  }

  /** Takes over what the device answered. */
  void update(Device from, List<Point> points) {
    if (!from.id().equals(device)) {
      rows.clear();
      device = from.id();
    }
    List<PointRow> next = new ArrayList<>(points.size());
    for (Point point : points) {
      next.add(row(from, point));
    }
    all = List.copyOf(next);
    rows.values().retainAll(all);
  }

  private PointRow row(Device from, Point point) {
    Optional<Route> route = tags.of(from.id(), point.name());
    Meaning meaning = route.map(r -> live.meanings().of(r.path())).orElse(Meaning.UNKNOWN);
    Value value = Shown.value(point);
    String text = Format.value(value, meaning.decimals());
    PointRow row =
        rows.computeIfAbsent(
            point.name(),
            name -> new PointRow(new Shown(point, text, Gateway.NONE, Optional.empty())));
    long keep = Math.max(LEAST_MS, 2 * route.map(Route::intervalMs).orElse(0L) + 3_000);
    row.recent().add(value, live.nowMs(), keep);
    Gateway gateway = route.map(r -> gateway(row, point, r, meaning, keep)).orElse(Gateway.NONE);
    row.show(new Shown(point, text, gateway, faulted.faultOf(from, point.name())));
    return row;
  }

  private Gateway gateway(PointRow row, Point point, Route route, Meaning meaning, long keep) {
    int handle = live.latest().find(route.topic(), route.member());
    if (handle == Latest.NONE) {
      return Gateway.NONE;
    }
    Reading reading = live.latest().read(handle);
    long now = live.nowMs();
    Quality quality = Quality.of(reading, meaning, live.source(), now);
    if (quality.state() == Quality.State.NONE) {
      return Gateway.NONE;
    }
    Value read = Shown.value(point, reading.value());
    String text = Format.value(read, meaning.decimals());
    if (quality.state() == Quality.State.BAD || quality.state() == Quality.State.STALE) {
      return new Gateway(Sight.DOUBTFUL, text, quality.word());
    }
    boolean differs = row.recent().knownFor(keep - 500, now) && !row.recent().explains(read);
    return differs
        ? new Gateway(
            Sight.DIFFERS, text, "The gateway reads something else than the device holds.")
        : new Gateway(Sight.SAME, text, "");
  }
}
