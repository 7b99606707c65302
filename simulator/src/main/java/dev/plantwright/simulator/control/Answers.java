package dev.plantwright.simulator.control;

import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Register;
import dev.plantwright.simulator.device.DeviceState;
import dev.plantwright.simulator.device.FaultKind;
import dev.plantwright.simulator.device.PointState;
import dev.plantwright.simulator.device.SimulationClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What the door says, as JSON. */
final class Answers {
  private Answers() {}

  static JsonObject device(DeviceState state) {
    JsonArray kinds = new JsonArray();
    state.kinds().forEach(kind -> kinds.add(kind(kind)));
    return new JsonObject()
        .put("id", state.id())
        .put("protocol", state.protocol())
        .put("port", state.port())
        .put("state", state.state())
        .put("faults", new JsonArray(state.faults()))
        .put("title", state.title())
        .put("fault_kinds", kinds)
        .put("points", state.points())
        .put("clients", state.clients())
        .put("requests", state.requests());
  }

  private static JsonObject kind(FaultKind kind) {
    return new JsonObject()
        .put("kind", kind.kind())
        .put("title", kind.title())
        .put("on", kind.onLine() ? "line" : "values");
  }

  static JsonObject point(PointState state) {
    Register register = state.point().register().orElseThrow();
    return new JsonObject()
        .put("name", state.point().name())
        .put("address", register.text())
        .put("type", register.type().name())
        .put("value", value(register, state.value()))
        .put("held", state.held())
        .put("unit", state.point().unit())
        .put("behaviour", state.point().behaviour().words())
        .put("writable", register.address().area().writable());
  }

  /** Whole numbers where the register holds them unscaled; what JSON cannot say, as a text. */
  private static Object value(Register register, PointValue value) {
    if (!(value instanceof PointValue.Number(double number))) {
      return value.text();
    }
    if (!Double.isFinite(number)) {
      return Double.toString(number);
    }
    boolean whole = !register.type().isFloat() && !register.scaling().scales();
    return whole && Math.abs(number) < Long.MAX_VALUE ? (Object) (long) number : (Object) number;
  }

  static JsonObject clock(SimulationClock clock) {
    return new JsonObject()
        .put("speed", clock.speed())
        .put("paused", clock.isPaused())
        .put("millis", clock.millis());
  }

  static JsonObject error(String message) {
    return new JsonObject().put("error", message);
  }
}
