package dev.plantwright.plant.simulation;

import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.text.Nearest;
import dev.plantwright.plant.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the parts of a device must be to each other: names that exist, no circles, no overlaps. */
final class DeviceChecks {
  private final SimulatedDevice device;
  private final JsonObject root;
  private final Findings findings;
  private final Map<String, Signal> signals = new HashMap<>();
  private final Map<String, Set<Boolean>> texts = new HashMap<>();

  DeviceChecks(SimulatedDevice device, JsonObject root, Findings findings) {
    this.device = device;
    this.root = root;
    this.findings = findings;
    device.signals().forEach(signal -> signals.put(signal.name(), signal));
  }

  void check() {
    device.signals().forEach(this::names);
    device.faults().forEach(this::faultNames);
    if (findings.hasErrors()) {
      return; // the rest follows the names
    }
    EvaluationOrder order = new EvaluationOrder(device.signals());
    Optional<String> circle = order.circle();
    if (circle.isPresent()) {
      String message = "\"%s\" follows itself, through others or directly. Break the circle.";
      findings.error("SIM-CIRCLE", spanOf(circle.get()), message.formatted(circle.get()));
      return;
    }
    order.signals().forEach(this::texts);
    device.points().forEach(this::kinds);
    device.faults().forEach(this::faultKinds);
    overlaps();
  }

  private void names(Signal signal) {
    for (String read : reads(signal)) {
      if (!signals.containsKey(read)) {
        String message = "\"%s\" reads \"%s\", which this device does not have.%s";
        findings.error(
            "SIM-REFERENCE",
            spanOf(signal.name()),
            message.formatted(signal.name(), read, Nearest.hint(read, signals.keySet())));
      }
    }
  }

  private static List<String> reads(Signal signal) {
    List<String> reads = new ArrayList<>(signal.behaviour().reads());
    signal.gate().ifPresent(gate -> reads.add(gate.point()));
    return reads;
  }

  private void faultNames(DeviceFault fault) {
    for (String point : fault.values().keySet()) {
      if (!signals.containsKey(point)) {
        String message = "The fault \"%s\" changes \"%s\", which this device does not have.%s";
        findings.error(
            "SIM-REFERENCE",
            spanOf(fault.name()),
            message.formatted(fault.name(), point, Nearest.hint(point, signals.keySet())));
      }
    }
  }

  /** A point of a text has texts only, any other numbers only. */
  private void kinds(Signal point) {
    boolean text = point.register().orElseThrow().holdsText();
    if (texts.get(point.name()).contains(!text)) {
      String message =
          text
              ? "\"%s\" is a STRING, but its behaviour gives numbers."
              : "\"%s\" is a number, but its behaviour gives texts.";
      findings.error("SIM-VALUE", spanOf(point.name()), message.formatted(point.name()));
    }
  }

  /** Notes whether a signal gives texts, numbers or both; those it reads come before it. */
  private void texts(Signal signal) {
    Set<Boolean> kinds = new HashSet<>();
    texts(signal.behaviour(), kinds);
    signal.gate().ifPresent(gate -> kinds.add(isText(gate.otherwise())));
    texts.put(signal.name(), kinds);
  }

  private void texts(Behaviour behaviour, Set<Boolean> kinds) {
    switch (behaviour) {
      case Behaviour.Constant(PointValue value) -> kinds.add(isText(value));
      case Behaviour.Steps(var steps) -> steps.forEach(step -> kinds.add(isText(step.value())));
      case Behaviour.Mapping mapping -> {
        mapping.values().values().forEach(value -> kinds.add(isText(value)));
        kinds.add(isText(mapping.otherwise()));
      }
      case Behaviour.Follow follow -> kinds.addAll(texts.get(follow.point()));
      case Behaviour.Sum(var parts) -> parts.forEach(part -> texts(part, kinds));
      case Behaviour.Ramp _, Behaviour.Sine _, Behaviour.RandomWalk _, Behaviour.Counter _ ->
          kinds.add(false);
    }
  }

  private static boolean isText(PointValue value) {
    return value instanceof PointValue.Text;
  }

  private void faultKinds(DeviceFault fault) {
    fault
        .values()
        .forEach(
            (name, effect) -> {
              boolean text = signals.get(name).register().map(Register::holdsText).orElse(false);
              boolean fits =
                  switch (effect) {
                    case FaultEffect.Offset _ -> !text;
                    case FaultEffect.Fixed(PointValue value) -> isText(value) == text;
                    case FaultEffect.Frozen _ -> true;
                  };
              if (!fits) {
                String message = "The fault \"%s\" gives \"%s\" a value of the wrong kind.";
                findings.error(
                    "SIM-VALUE", spanOf(fault.name()), message.formatted(fault.name(), name));
              }
            });
  }

  private void overlaps() {
    Map<String, String> taken = new HashMap<>();
    for (Signal point : device.points()) {
      Register register = point.register().orElseThrow();
      for (String cell : cells(register)) {
        String other = taken.putIfAbsent(cell, point.name());
        if (other != null) {
          String message = "\"%s\" lies on the same place as \"%s\". Move one of them.";
          findings.error(
              "SIM-OVERLAP", spanOf(point.name()), message.formatted(point.name(), other));
          break;
        }
      }
    }
  }

  /** The registers it fills; a bit of a register fills one sixteenth, all others every one. */
  private static List<String> cells(Register register) {
    ModbusAddress address = register.address();
    List<String> cells = new ArrayList<>();
    String area = address.unit() + "/" + address.area() + "/";
    for (int i = 0; i < address.count(register.type()); i++) {
      for (int bit = 0; bit < (address.area().registers() ? 16 : 1); bit++) {
        if (address.bit() == ModbusAddress.NO_BIT || address.bit() == bit) {
          cells.add(area + (address.offset() + i) + "/" + bit);
        }
      }
    }
    return cells;
  }

  private Span spanOf(String name) {
    for (String part : List.of("points", "signals", "faults")) {
      Optional<JsonValue.Member> member = root.object(part).member(name);
      if (member.isPresent()) {
        return member.get().nameSpan();
      }
    }
    return root.span();
  }
}
