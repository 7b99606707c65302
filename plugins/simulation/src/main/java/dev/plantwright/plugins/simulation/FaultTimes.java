package dev.plantwright.plugins.simulation;

import dev.plantwright.live.Format;
import dev.plantwright.sites.simulator.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The faults that are on and since when, as far as their beginning was seen. */
final class FaultTimes {
  private final Happenings happenings;
  private final Map<Fault, OptionalLong> since = new LinkedHashMap<>();
  private boolean first = true;

  FaultTimes(Happenings happenings) {
    this.happenings = happenings;
  }

  /** Takes over what is on now. */
  void update(List<Device> devices, long nowMs) {
    List<Fault> on =
        devices.stream()
            .flatMap(d -> d.faults().stream().map(kind -> new Fault(d.id(), kind)))
            .toList();
    since.keySet().retainAll(on);
    for (Fault fault : on) {
      since.computeIfAbsent(fault, f -> beginning(f, nowMs));
    }
    first = false;
  }

  private OptionalLong beginning(Fault fault, long nowMs) {
    OptionalLong told = happenings.began(fault.device(), fault.kind());
    return told.isPresent() || first ? told : OptionalLong.of(nowMs);
  }

  /** In the order of their beginning. */
  List<Fault> on() {
    return List.copyOf(since.keySet());
  }

  boolean isOn(Fault fault) {
    return since.containsKey(fault);
  }

  /** {@code 12 s}; {@code on} where nobody saw it begin. */
  String age(Fault fault, long nowMs) {
    OptionalLong began = since.getOrDefault(fault, OptionalLong.empty());
    return began.isPresent() ? Format.wholeAge(nowMs - began.getAsLong()) : "on";
  }
}
