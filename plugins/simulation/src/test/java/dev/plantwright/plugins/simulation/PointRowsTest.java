package dev.plantwright.plugins.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.live.Latest;
import dev.plantwright.live.Live;
import dev.plantwright.plant.Plant;
import dev.plantwright.plant.read.PlantReader;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.plugins.simulation.GatewayTags.Route;
import dev.plantwright.plugins.simulation.Shown.Gateway;
import dev.plantwright.plugins.simulation.Shown.Sight;
import dev.plantwright.sites.simulator.Device;
import dev.plantwright.sites.simulator.Point;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class PointRowsTest {
  private static final Path SAMPLE =
      Path.of("..", "..", "app", "launcher", "samples", "bottling-line");
  private static final String TOPIC = "acme/hamburg/packaging/line1/filler";

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final Live live = new Live(() -> Instant.ofEpochMilli(now.get()));
  private final Plant plant = PlantReader.read(SAMPLE.toAbsolutePath().normalize()).plant();
  private final PointRows rows = new PointRows(live);

  @BeforeEach
  void sample() {
    rows.tags(GatewayTags.of(plant));
    rows.faulted(FaultedPoints.of(Simulation.read(plant.folder()).devices()));
  }

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void aPointIsReadByTheTagOfItsNameOnTheNodeOfItsDevice() {
    GatewayTags tags = GatewayTags.of(plant);
    assertThat(tags.of("filler", "temperature")).contains(new Route(TOPIC, "temperature", 500));
    assertThat(tags.of("filler", "power")).isEmpty();
    assertThat(tags.of("nobody", "temperature")).isEmpty();
  }

  @Test
  void aValueThatThePointNeverHeldIsMarkedOnceThePointWasWatched() {
    assertThat(gateway(72)).isEqualTo(Gateway.NONE);
    read("\"temperature\":-1505571380");
    assertThat(gateway(72).sight()).as("watched too shortly").isEqualTo(Sight.SAME);
    for (int i = 0; i < 20; i++) {
      now.addAndGet(500);
      read("\"temperature\":-1505571380");
      gateway(72 + i % 3);
    }
    assertThat(gateway(72).sight()).isEqualTo(Sight.DIFFERS);
    read("\"temperature\":73.1");
    assertThat(gateway(72).sight()).isEqualTo(Sight.SAME);
  }

  @Test
  void aFaultMarksThePointsItMoves() {
    update(72, List.of("over_temp"));
    assertThat(rows.all().getFirst().shown().get().fault()).contains("over_temp");
    update(72, List.of("sensor_break", "silence"));
    assertThat(rows.all().getFirst().shown().get().fault()).isEmpty();
  }

  @Test
  void theLineOfAPointStaysTheSameFromAnswerToAnswer() {
    update(72, List.of());
    PointRow before = rows.all().getFirst();
    update(73, List.of());
    assertThat(rows.all()).containsExactly(before);
    assertThat(before.shown().get().value()).isEqualTo("73");
  }

  private Gateway gateway(double held) {
    update(held, List.of());
    return rows.all().getFirst().shown().get().gateway();
  }

  private void update(double held, List<String> faults) {
    Device filler =
        new Device("filler", "Modbus TCP", 1502, "running", faults, "", List.of(), 1, 1, 0);
    Point temperature =
        new Point(
            "temperature",
            "1!400001#LB",
            "FLOAT",
            JsonNodeFactory.instance.numberNode(held),
            false,
            "°C",
            "",
            true);
    rows.update(filler, List.of(temperature));
  }

  /** Publishes and waits until it is taken in. */
  private void read(String values) {
    long before = live.counts().messages();
    live.accept(Published.message(TOPIC, values, "", now.get()));
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (live.counts().messages() == before
        || live.latest().find(TOPIC, "temperature") == Latest.NONE) {
      assertThat(System.nanoTime()).as("the message is taken in").isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
