package dev.plantwright.simulator.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.simulator.ManualClock;
import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.TestPlant;
import dev.plantwright.simulator.Wire;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type looks like on the wire, and what a written one becomes. */
class RegisterTypesTest {
  @TempDir Path folder;

  private static String point(String address, String type, String extra, String value) {
    return "\"p\": {\"address\": \"%s\", \"type\": \"%s\"%s, \"behaviour\": {\"kind\": \"constant\", \"value\": %s}}"
        .formatted(address, type, extra, value);
  }

  @ParameterizedTest(name = "{1} {0} = {3}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "1!400001, INT16, ``, -2, fffe",
        "1!400001, UINT16, ``, 65535, ffff",
        "1!400001, INT16, `, \"decimal\": 0.1`, -12.3, ff85",
        "1!400001, UINT16, `, \"decimal\": 10, \"bias\": 5`, 1005, 0064",
        "1!400001#B, UINT16, ``, 4660, 3412",
        "1!400001, UINT32, ``, 287454020, 11223344",
        "1!400001#LB, UINT32, ``, 287454020, 22114433",
        "1!400001#BB, UINT32, ``, 287454020, 44332211",
        "1!400001#BL, UINT32, ``, 287454020, 33441122",
        "1!400001, INT32, ``, -70000, fffeee90",
        "1!400001, FLOAT, ``, 83.4, 42a6cccd",
        "1!400001#LB, FLOAT, ``, 83.4, a642cdcc",
        "1!400001, DOUBLE, ``, 1.5, 3ff8000000000000",
        "1!400001, INT64, ``, -2, fffffffffffffffe",
        "1!400001, UINT64, ``, 4294967297, 0000000100000001",
        "1!400001, UINT64, ``, 9223372036854775808, 8000000000000000",
        "1!400001, UINT64, ``, 1e30, ffffffffffffffff",
        "1!400001, UINT64, ``, -5, 0000000000000000",
        "1!400001, INT64, ``, -1e30, 8000000000000000",
        "1!400001, INT32, ``, 1e12, 7fffffff",
        "1!400001, UINT32, ``, -1, 00000000",
        "1!400001.6, STRING, ``, \"Pils\", 50696c730000",
        "1!400001.6L, STRING, ``, \"Pils\", 6950736c0000",
        "1!400001.3, BIT, ``, 1, 0008"
      })
  void aRegisterHoldsTheValue(String address, String type, String extra, String value, String hex) {
    TestPlant plant = new TestPlant(folder).device("d", point(address, type, extra, value), "");
    try (Simulator simulator = plant.start(new ManualClock());
        Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      String count = "%04x".formatted(hex.length() / 4);
      String data = "%02x".formatted(hex.length() / 2) + hex;
      assertThat(wire.ask("03 0000" + count)).isEqualTo("03" + data);

      // Written back, zeros first, it is there again bit for bit.
      wire.ask("10 0000" + count + "%02x".formatted(hex.length() / 2) + "0".repeat(hex.length()));
      assertThat(wire.ask("10 0000" + count + data)).isEqualTo("100000" + count);
      assertThat(wire.ask("03 0000" + count)).isEqualTo("03" + data);
    }
  }

  @Test
  void coilsAndInputsAreBits() {
    TestPlant plant =
        new TestPlant(folder)
            .device(
                "d",
                """
                "pump": {"address": "1!000003", "type": "BIT", "behaviour": {"kind": "constant", "value": true}},
                "gate": {"address": "1!100001", "type": "BIT", "behaviour": {"kind": "constant", "value": 1}}
                """,
                "");
    try (Simulator simulator = plant.start(new ManualClock());
        Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      assertThat(wire.ask("01 0000 0003")).isEqualTo("010104");
      assertThat(wire.ask("02 0000 0001")).isEqualTo("020101");
      assertThat(wire.ask("05 0002 0000")).isEqualTo("0500020000");
      assertThat(wire.ask("01 0000 0003")).isEqualTo("010100");
    }
  }

  @Test
  void aCounterRollsOverAndOthersStopAtTheEnd() {
    ManualClock clock = new ManualClock();
    TestPlant plant =
        new TestPlant(folder)
            .device(
                "d",
                """
                "count": {"address": "1!400001", "type": "UINT16", "behaviour": {"kind": "counter", "start": 65530, "per_s": 1}},
                "high": {"address": "1!400002", "type": "INT16", "behaviour": {"kind": "constant", "value": 99999}}
                """,
                "");
    try (Simulator simulator = plant.start(clock);
        Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      clock.advance(10);
      assertThat(wire.ask("03 0000 0002")).isEqualTo("0304" + "0004" + "7fff");
    }
  }

  @Test
  void unitsHaveTheirOwnTablesAndUnknownOnesAreSilent() {
    TestPlant plant =
        new TestPlant(folder)
            .device(
                "d",
                """
                "a": {"address": "1!400001", "type": "UINT16", "behaviour": {"kind": "constant", "value": 1}},
                "b": {"address": "7!400001", "type": "UINT16", "behaviour": {"kind": "constant", "value": 2}}
                """,
                "");
    try (Simulator simulator = plant.start(new ManualClock());
        Wire wire = new Wire(simulator.ready().devices().get("d"))) {
      assertThat(wire.ask(1, "03 0000 0001")).isEqualTo("03020001");
      assertThat(wire.ask(7, "03 0000 0001")).isEqualTo("03020002");
      wire.send(9, "03 0000 0001");
      assertThat(wire.answerWithin(150)).isEqualTo("silence");
      assertThat(wire.ask(1, "03 0001 0001")).isEqualTo("8302");
    }
  }
}
