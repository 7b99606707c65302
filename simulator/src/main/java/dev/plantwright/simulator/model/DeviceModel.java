package dev.plantwright.simulator.model;

import dev.plantwright.plant.simulation.DeviceFault;
import dev.plantwright.plant.simulation.EvaluationOrder;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Signal;
import dev.plantwright.plant.simulation.SimulatedDevice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The signals of one device. They move in steps of simulated time, so that the same seed, the same
 * writes and the same faults at the same steps give the same values, however often somebody looks.
 * Confined to one thread.
 */
public final class DeviceModel {
  /** Simulated time between two steps. */
  public static final long STEP_MILLIS = 100;

  /** Steps that are made up for at once; a longer sleep is cut out of the device's life. */
  private static final int MOST_STEPS = 36_000;

  private final List<SignalState> order = new ArrayList<>();
  private final Map<String, SignalState> states = new HashMap<>();
  private long step;
  private long cut;

  /** The device as it is at time 0. */
  public DeviceModel(SimulatedDevice device) {
    for (Signal signal : new EvaluationOrder(device.signals()).signals()) {
      SignalState state = new SignalState(signal, device.seed(), states);
      states.put(signal.name(), state);
      order.add(state);
    }
    step(0);
  }

  /**
   * Makes all steps up to a time; one that is past does nothing.
   *
   * @param millis simulated time since the start
   * @return whether there was a step
   */
  public boolean advanceTo(long millis) {
    long target = millis / STEP_MILLIS - cut;
    if (target - step > MOST_STEPS) {
      cut += target - step - MOST_STEPS;
      target = step + MOST_STEPS;
    }
    boolean moved = step < target;
    while (step < target) {
      step++;
      step(STEP_MILLIS / 1000.0);
    }
    return moved;
  }

  private void step(double dt) {
    double t = step * (STEP_MILLIS / 1000.0);
    for (SignalState state : order) {
      state.step(t, dt);
    }
  }

  /** The value of a signal at the last step. */
  public PointValue value(String name) {
    return state(name).value();
  }

  public boolean isHeld(String name) {
    return state(name).isHeld();
  }

  /** Whether a signal counts, and so rolls over at the end of its register. */
  public boolean counts(String name) {
    return state(name).counts();
  }

  /** Writes a value, as a client does: a constant keeps it, a counter goes on from there. */
  public void write(String name, PointValue value) {
    state(name).write(value);
  }

  /** Keeps a signal at a value, whatever its behaviour and its faults are. */
  public void hold(String name, PointValue value) {
    state(name).hold(value);
  }

  /** Ends a hold; the signal takes its own value with the next step. */
  public void release(String name) {
    state(name).release();
  }

  public void begin(DeviceFault fault) {
    fault.values().forEach((name, effect) -> state(name).begin(fault.name(), effect));
  }

  public void end(DeviceFault fault) {
    fault.values().keySet().forEach(name -> state(name).end(fault.name()));
  }

  private SignalState state(String name) {
    SignalState state = states.get(name);
    if (state == null) {
      throw new NoSuchElementException(name);
    }
    return state;
  }
}
