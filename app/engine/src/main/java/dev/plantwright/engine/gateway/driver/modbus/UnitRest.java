package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.driver.BackOff;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Leaves units alone that do not answer, so that they do not hold up the others behind the same
 * connection. Belongs to the device's thread.
 */
final class UnitRest {
  private static final class Unit {
    final BackOff backOff = new BackOff();
    int silences;
    long restsUntil;
  }

  private final int silencesAllowed;
  private final long fixedMillis;
  private final Map<Integer, Unit> units = new HashMap<>();

  UnitRest(int silencesAllowed, long fixedMillis) {
    this.silencesAllowed = silencesAllowed;
    this.fixedMillis = fixedMillis;
  }

  boolean rests(int unit) {
    Unit known = units.get(unit);
    return known != null
        && known.silences >= silencesAllowed
        && System.nanoTime() - known.restsUntil < 0;
  }

  void answered(int unit) {
    units.remove(unit);
  }

  /** One cycle in which the unit did not answer. */
  void silent(int unit) {
    Unit known = units.computeIfAbsent(unit, _ -> new Unit());
    known.silences++;
    if (known.silences >= silencesAllowed) {
      long wait = fixedMillis > 0 ? fixedMillis : known.backOff.failed();
      known.restsUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait);
    }
  }

  /** Everybody gets a new chance, as after a new connection. */
  void forget() {
    units.clear();
  }
}
