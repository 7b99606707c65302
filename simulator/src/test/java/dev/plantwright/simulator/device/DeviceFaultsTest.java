package dev.plantwright.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.simulator.ManualClock;
import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.TestPlant;
import dev.plantwright.simulator.Wire;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceFaultsTest {
  private static final String POINT =
      "\"temp\": {\"address\": \"1!400001\", \"type\": \"UINT16\", \"behaviour\":"
          + " {\"kind\": \"constant\", \"value\": 70}}";
  private static final String READ = "03 0000 0001";

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  private Simulator start(String schedule) {
    String faults =
        "\"faults\": {\"hot\": {\"values\": {\"temp\": {\"value\": 90}}}}, \"schedule\": [%s]";
    return new TestPlant(folder).device("d", POINT, faults.formatted(schedule)).start(clock);
  }

  private static Wire wire(Simulator simulator) {
    return new Wire(simulator.ready().devices().get("d"));
  }

  @Test
  void aScheduleBeginsWithTheFirstRequest() {
    try (Simulator simulator =
            start("{\"fault\": \"hot\", \"after_first_request_s\": 8, \"for_s\": 15}");
        Wire wire = wire(simulator)) {
      clock.advance(100);
      assertThat(wire.ask(READ)).isEqualTo("03020046");
      clock.advance(7.9);
      assertThat(wire.ask(READ)).isEqualTo("03020046");
      clock.advance(0.2);
      assertThat(wire.ask(READ)).isEqualTo("0302005a");
      clock.advance(14.8);
      assertThat(wire.ask(READ)).isEqualTo("0302005a");
      clock.advance(0.2);
      assertThat(wire.ask(READ)).isEqualTo("03020046");
      clock.advance(1000);
      assertThat(wire.ask(READ)).isEqualTo("03020046");
    }
  }

  @Test
  void aRepeatedFaultComesAgainAtRandomButAsItsSeedSays() {
    String schedule = "{\"fault\": \"hot\", \"every_s\": [20, 60], \"for_s\": [5, 10]}";
    String first = ups(schedule);
    assertThat(first).isEqualTo(ups(schedule)).contains("#").contains(".");
    long begins = first.split("\\.#", -1).length - 1;
    assertThat(begins).isBetween(8L, 24L);
  }

  /** Ten minutes, a mark a second: # while the fault is there. */
  private String ups(String schedule) {
    StringBuilder marks = new StringBuilder();
    try (Simulator simulator = start(schedule);
        Wire wire = wire(simulator)) {
      for (int i = 0; i < 600; i++) {
        marks.append(wire.ask(READ).equals("0302005a") ? '#' : '.');
        clock.advance(1);
      }
    }
    return marks.toString();
  }

  @Test
  void aSilentDeviceTakesRequestsAndAnswersNone() {
    try (Simulator simulator =
            start("{\"fault\": \"silence\", \"after_first_request_s\": 1, \"for_s\": 2}");
        Wire wire = wire(simulator)) {
      assertThat(wire.ask(READ)).isEqualTo("03020046");
      clock.advance(1.5);
      wire.send(1, READ);
      assertThat(wire.answerWithin(150)).isEqualTo("silence");
      clock.advance(2);
      wire.send(1, READ);
      assertThat(wire.answerWithin(5000)).isEqualTo("03020046");
    }
  }

  @Test
  void aDeviceWithAnExceptionAnswersItToEverything() {
    try (Simulator simulator =
            start(
                "{\"fault\": \"exception\", \"code\": 6, \"after_first_request_s\": 1,"
                    + " \"for_s\": 2}");
        Wire wire = wire(simulator)) {
      wire.ask(READ);
      clock.advance(1.5);
      assertThat(wire.ask(READ)).isEqualTo("8306");
      assertThat(wire.ask("06 0000 0001")).isEqualTo("8606");
    }
  }

  @Test
  void aSlowDeviceAnswersLateAndDoesNotKeepOthersWaiting() {
    String slow = "{\"fault\": \"slow\", \"ms\": 800, \"after_first_request_s\": 0, \"for_s\": 99}";
    TestPlant plant =
        new TestPlant(folder)
            .device("slow", POINT, "\"schedule\": [" + slow + "]")
            .device("quick", POINT, "");
    try (Simulator simulator = plant.start(clock);
        Wire one = new Wire(simulator.ready().devices().get("slow"));
        Wire two = new Wire(simulator.ready().devices().get("slow"));
        Wire quick = new Wire(simulator.ready().devices().get("quick"))) {
      long start = System.nanoTime();
      one.send(1, READ);
      two.send(1, READ);
      assertThat(quick.ask(READ)).isEqualTo("03020046");
      long quickMillis = (System.nanoTime() - start) / 1_000_000;
      assertThat(one.answerWithin(5000)).isEqualTo("03020046");
      assertThat(two.answerWithin(5000)).isEqualTo("03020046");
      long slowMillis = (System.nanoTime() - start) / 1_000_000;

      assertThat(quickMillis).isLessThan(700);
      assertThat(slowMillis).isBetween(800L, 1500L);
    }
  }
}
