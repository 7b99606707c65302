package dev.plantwright.plant.simulation;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Scaling;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.json.JsonFault;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import dev.plantwright.plant.json.JsonValue.JsonString;
import dev.plantwright.plant.json.JsonValue.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the file of one device. One reader reads one file. */
final class DeviceReader {
  private static final int MOST_POINTS = 10_000;

  private final String name;
  private final JsonText json;
  private final Findings findings;
  private final BehaviourReader behaviours;

  DeviceReader(String name, String file, JsonText json) {
    this.name = name;
    this.json = json;
    this.findings = new Findings(file, json.lines());
    this.behaviours = new BehaviourReader(findings);
  }

  Findings findings() {
    return findings;
  }

  /** The device; empty if the file has an error. */
  Optional<SimulatedDevice> read() {
    for (JsonFault fault : json.faults()) {
      if (fault.fatal()) {
        findings.error("SIM-JSON", fault.offset(), fault.message());
      } else {
        findings.warning("SIM-JSON", fault.offset(), fault.message());
      }
    }
    if (json.root().isEmpty()) {
      return Optional.empty();
    }
    if (!(json.root().get() instanceof JsonObject root)) {
      findings.error("SIM-TYPE", 0, "The file of a simulated device is an object.");
      return Optional.empty();
    }
    SimulatedDevice device = device(new Fields(root, findings, "A simulated device"));
    new DeviceChecks(device, root, findings).check();
    return findings.hasErrors() ? Optional.empty() : Optional.of(device);
  }

  private SimulatedDevice device(Fields fields) {
    String protocol = fields.requiredText("protocol").orElse(SimulatedDevice.MODBUS_TCP);
    if (!protocol.equals(SimulatedDevice.MODBUS_TCP)) {
      findings.error(
          "SIM-PROTOCOL",
          fields.spanOf("protocol"),
          "Devices speak \"%s\"; \"%s\" is not there yet."
              .formatted(SimulatedDevice.MODBUS_TCP, protocol));
    }
    List<Signal> signals = new ArrayList<>();
    fields.object("signals").ifPresent(object -> signals(object, signals, false));
    fields.requiredObject("points").ifPresent(object -> signals(object, signals, true));
    List<DeviceFault> faults = new ArrayList<>();
    fields.object("faults").ifPresent(object -> faults(object, faults));
    SimulatedDevice device =
        new SimulatedDevice(
            name,
            fields.text("title").orElse(name),
            protocol,
            fields.whole("port", 0, 65535, 0),
            (long) fields.number("seed", 1),
            signals,
            faults,
            schedule(fields, faults));
    fields.end();
    return device;
  }

  private void signals(JsonObject object, List<Signal> signals, boolean points) {
    for (Member member : object.members()) {
      if (signals.stream().anyMatch(signal -> signal.name().equals(member.name()))) {
        findings.error(
            "SIM-NAME", member.nameSpan(), "\"%s\" is there twice.".formatted(member.name()));
      } else if (signals.size() >= MOST_POINTS) {
        findings.error("SIM-RANGE", member.nameSpan(), "More than " + MOST_POINTS + " points.");
        return;
      } else if (member.value() instanceof JsonObject value) {
        signals.add(signal(member.name(), value, points));
      } else {
        findings.error("SIM-TYPE", member.value().span(), "A point is an object.");
      }
    }
  }

  private Signal signal(String signalName, JsonObject object, boolean point) {
    Fields fields = new Fields(object, findings, point ? "A point" : "A signal");
    Optional<Register> register = point ? register(fields) : Optional.empty();
    String unit = fields.text("unit").orElse("");
    Behaviour behaviour =
        fields.requiredObject("behaviour").map(behaviours::read).orElse(BehaviourReader.NOTHING);
    Signal signal =
        new Signal(
            signalName,
            register,
            unit,
            behaviour,
            fields.notNegative("noise", 0),
            fields.object("while").flatMap(this::gate));
    fields.end();
    return signal;
  }

  private Optional<Register> register(Fields fields) {
    Optional<String> address = fields.requiredText("address");
    Optional<DataType> type = fields.requiredText("type").flatMap(t -> type(fields, t));
    Scaling scaling = new Scaling(fields.number("decimal", 0), fields.number("bias", 0), 0);
    if (address.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    return switch (ModbusAddress.parse(address.get(), type.get(), 1)) {
      case ParsedAddress.Good(ModbusAddress good) ->
          Optional.of(new Register(address.get(), good, type.get(), scaling));
      case ParsedAddress.Bad bad -> {
        JsonString text = (JsonString) fields.get("address").orElseThrow();
        findings.error("SIM-ADDRESS", json.offsetIn(text, bad.column() - 1), bad.message());
        yield Optional.empty();
      }
    };
  }

  private Optional<DataType> type(Fields fields, String text) {
    Optional<DataType> type = DataType.ofName(text);
    boolean simulated =
        type.map(
                known ->
                    switch (known) {
                      case INT16, UINT16, INT32, UINT32, INT64, UINT64 -> true;
                      case FLOAT, DOUBLE, BIT, STRING -> true;
                      default -> false;
                    })
            .orElse(false);
    if (!simulated) {
      findings.error(
          "SIM-POINT-TYPE",
          fields.spanOf("type"),
          "\"%s\" is no type of a simulated point; there are INT16, UINT16, INT32, UINT32, INT64,"
                  .formatted(text)
              + " UINT64, FLOAT, DOUBLE, BIT and STRING.");
      return Optional.empty();
    }
    return type;
  }

  private Optional<Gate> gate(JsonObject object) {
    Fields fields = new Fields(object, findings, "\"while\"");
    fields.required("is");
    List<String> values = new ArrayList<>();
    for (JsonValue item : fields.items("is")) {
      fields.value("is", item).ifPresent(value -> values.add(value.text()));
    }
    Gate gate =
        new Gate(
            fields.requiredText("point").orElse(""), values, fields.requiredValue("otherwise"));
    fields.end();
    return Optional.of(gate);
  }

  private void faults(JsonObject object, List<DeviceFault> faults) {
    for (Member member : object.members()) {
      if (WireFault.isKind(member.name())) {
        findings.error(
            "SIM-NAME",
            member.nameSpan(),
            "\"%s\" is a fault that every device has; choose another name."
                .formatted(member.name()));
      } else if (member.value() instanceof JsonObject value) {
        faults.add(fault(member.name(), value));
      } else {
        findings.error("SIM-TYPE", member.value().span(), "A fault is an object.");
      }
    }
  }

  private DeviceFault fault(String faultName, JsonObject object) {
    Fields fields = new Fields(object, findings, "A fault");
    Map<String, FaultEffect> effects = new LinkedHashMap<>();
    fields
        .requiredObject("values")
        .ifPresent(
            values ->
                values
                    .members()
                    .forEach(
                        member ->
                            fields
                                .asObject(member.name(), member.value())
                                .ifPresent(effect -> effects.put(member.name(), effect(effect)))));
    String title = fields.text("title").orElse(faultName);
    fields.end();
    return new DeviceFault(faultName, title, effects);
  }

  private FaultEffect effect(JsonObject object) {
    Fields fields = new Fields(object, findings, "An effect");
    FaultEffect effect;
    if (fields.get("add").isPresent()) {
      effect = new FaultEffect.Offset(fields.number("add", 0), fields.notNegative("within_s", 0));
    } else if (fields.get("value").isPresent()) {
      effect = new FaultEffect.Fixed(fields.requiredValue("value"));
    } else if (fields.get("frozen").isPresent()) {
      effect = new FaultEffect.Frozen();
    } else {
      String message = "An effect has one of \"add\", \"value\" and \"frozen\".";
      findings.error("SIM-FAULT", object.span(), message);
      effect = new FaultEffect.Frozen();
    }
    fields.end();
    return effect;
  }

  private List<ScheduledFault> schedule(Fields device, List<DeviceFault> faults) {
    List<ScheduledFault> schedule = new ArrayList<>();
    for (JsonValue item : device.items("schedule")) {
      device
          .asObject("schedule", item)
          .flatMap(object -> scheduled(object, faults))
          .ifPresent(schedule::add);
    }
    return schedule;
  }

  private Optional<ScheduledFault> scheduled(JsonObject object, List<DeviceFault> faults) {
    Fields fields = new Fields(object, findings, "A scheduled fault");
    String fault = fields.requiredText("fault").orElse("");
    Optional<WireFault> wire = wire(fault, fields);
    if (wire.isEmpty() && faults.stream().noneMatch(known -> known.name().equals(fault))) {
      findings.error(
          "SIM-FAULT", fields.spanOf("fault"), "There is no fault \"%s\".".formatted(fault));
    }
    Optional<Seconds> once = fields.seconds("after_first_request_s");
    Optional<Seconds> every = fields.seconds("every_s");
    Seconds duration = fields.requiredSeconds("for_s");
    fields.end();
    if (once.isPresent() == every.isPresent() || every.filter(e -> e.least() < 1).isPresent()) {
      String message =
          "A scheduled fault has either \"after_first_request_s\" or \"every_s\" (1 or more).";
      findings.error("SIM-FAULT", object.span(), message);
      return Optional.empty();
    }
    return Optional.of(
        new ScheduledFault(fault, wire, every.isPresent(), once.or(() -> every).get(), duration));
  }

  private static Optional<WireFault> wire(String kind, Fields fields) {
    return switch (kind) {
      case WireFault.SILENCE -> Optional.of(new WireFault.Silence());
      case WireFault.EXCEPTION -> {
        fields.required("code");
        int code = fields.whole("code", 1, WireFault.ExceptionAnswer.MOST, 4);
        yield Optional.of(new WireFault.ExceptionAnswer(code));
      }
      case WireFault.SLOW -> {
        fields.required("ms");
        int millis = fields.whole("ms", 1, WireFault.SlowAnswer.MOST, 500);
        yield Optional.of(new WireFault.SlowAnswer(millis));
      }
      default -> Optional.empty();
    };
  }
}
