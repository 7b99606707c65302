package dev.plantwright.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import dev.plantwright.field.DataType;
import dev.plantwright.field.Value;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusCodec;
import dev.plantwright.field.modbus.NodeOrder;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.plant.simulation.SimulationRead;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample plant: every tag of its gateway is answered by a simulated device. */
class SampleTest {
  private static final Path SAMPLE =
      Path.of("..", "app", "launcher", "samples", "bottling-line").toAbsolutePath().normalize();

  @TempDir Path folder;
  private final ManualClock clock = new ManualClock();

  /** A line of tags.csv. */
  private record Line(String group, String name, String address, String attribute, DataType type) {
    static Line of(String text) {
      String[] cells = text.split(",");
      return new Line(
          cells[0], cells[1], cells[2], cells[3], DataType.ofName(cells[4]).orElseThrow());
    }

    ModbusAddress at() {
      return switch (ModbusAddress.parse(address, type, 1)) {
        case ParsedAddress.Good(ModbusAddress good) -> good;
        case ParsedAddress.Bad bad -> throw new AssertionError(name + ": " + bad.message());
      };
    }
  }

  private static List<Line> tags(String device) throws IOException {
    Path file = SAMPLE.resolve("gateways").resolve(device).resolve("tags.csv");
    return Files.readAllLines(file).stream().skip(1).map(Line::of).toList();
  }

  private Simulator start() throws Exception {
    Path copy = Files.createDirectories(folder.resolve("simulation"));
    try (Stream<Path> files = Files.list(SAMPLE.resolve("simulation"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return Simulator.start(new SimulatorOptions(folder, 0, true), clock);
  }

  @Test
  void itsFilesHaveNoProblem() {
    SimulationRead read = Simulation.read(SAMPLE);

    assertThat(read.problems()).isEmpty();
    assertThat(read.devices()).hasSize(3);
  }

  @Test
  void everyTagIsAnsweredWithTheValueOfItsPoint() throws Exception {
    int tags = 0;
    try (Simulator simulator = start()) {
      clock.advance(3);
      for (var device : simulator.ready().devices().entrySet()) {
        Map<String, JsonObject> points = points(simulator, device.getKey());
        ModbusTcpClient client = client(device.getValue());
        client.connect();
        try {
          for (Line tag : tags(device.getKey())) {
            check(client, tag, points.get(tag.name()));
            tags++;
          }
        } finally {
          client.disconnect();
        }
      }
    }
    assertThat(tags).isGreaterThanOrEqualTo(120);
  }

  private static ModbusTcpClient client(int port) {
    return ModbusTcpClient.create(
        NettyTcpClientTransport.create(
            config -> {
              config.setHostname("127.0.0.1");
              config.setPort(port);
            }));
  }

  private static void check(ModbusTcpClient client, Line tag, JsonObject point) throws Exception {
    assertThat(point).as(tag.name()).isNotNull();
    assertThat(point.getString("type")).as(tag.name()).isEqualTo(tag.type().name());
    assertThat(point.getString("address")).as(tag.name()).isEqualTo(tag.address());
    ModbusAddress address = tag.at();
    int start = address.offset();
    int count = address.count(tag.type());
    int unit = address.unit();
    byte[] bytes =
        switch (address.area()) {
          case COIL -> client.readCoils(unit, new ReadCoilsRequest(start, count)).coils();
          case DISCRETE_INPUT ->
              client.readDiscreteInputs(unit, new ReadDiscreteInputsRequest(start, count)).inputs();
          case INPUT_REGISTER ->
              client
                  .readInputRegisters(unit, new ReadInputRegistersRequest(start, count))
                  .registers();
          case HOLDING_REGISTER ->
              client
                  .readHoldingRegisters(unit, new ReadHoldingRegistersRequest(start, count))
                  .registers();
        };
    Value value = ModbusCodec.decode(address, tag.type(), NodeOrder.STANDARD, bytes, start);
    same(tag, value, point);
  }

  private static void same(Line tag, Value value, JsonObject point) {
    switch (value) {
      case Value.Text(String text) ->
          assertThat(text).as(tag.name()).isNotEmpty().isEqualTo(point.getString("value"));
      case Value.Real(double real) ->
          assertThat(real).as(tag.name()).isEqualTo(point.getDouble("value"), within(1e-3));
      default -> assertThat(point.getValue("value")).as(tag.name()).isInstanceOf(Number.class);
    }
  }

  private static Map<String, JsonObject> points(Simulator simulator, String device)
      throws Exception {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/devices/%s/points".formatted(simulator.ready().control(), device));
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      Map<String, JsonObject> points = new HashMap<>();
      new JsonArray(body)
          .forEach(point -> points.put(((JsonObject) point).getString("name"), (JsonObject) point));
      return points;
    }
  }

  @Test
  void theFillerIsTooHotEightSecondsAfterTheFirstPollForFifteen() throws Exception {
    try (Simulator simulator = start();
        Wire wire = new Wire(simulator.ready().devices().get("filler"))) {
      clock.advance(60);
      StringBuilder hot = new StringBuilder();
      for (int second = 0; second < 40; second++) {
        hot.append(temperature(wire) > 80 ? '#' : '.');
        clock.advance(1);
      }
      assertThat(hot).matches("\\.{9,12}#{13,16}\\.{12,}");
    }
  }

  private static double temperature(Wire wire) {
    String answer = wire.ask("03 0000 0002");
    String hex =
        answer.substring(6, 8)
            + answer.substring(4, 6)
            + answer.substring(10, 12)
            + answer.substring(8, 10);
    return Float.intBitsToFloat(Integer.parseUnsignedInt(hex, 16));
  }

  @Test
  void theTemperatureFollowsAWrittenSetPoint() throws Exception {
    try (Simulator simulator = start();
        Wire wire = new Wire(simulator.ready().devices().get("filler"))) {
      assertThat(temperature(wire)).isBetween(69.0, 75.0);

      assertThat(wire.ask("10 006f 0002 04 5c420000")).isEqualTo("10006f0002"); // 55.0 as BADC
      clock.advance(60); // the fault of the first seconds is over

      assertThat(temperature(wire)).isBetween(52.5, 58.5);
      assertThat(wire.ask("03 006f 0002")).isEqualTo("03045c420000");
    }
  }

  @Test
  void theMeterIsSilentNowAndThen() throws Exception {
    try (Simulator simulator = start();
        Wire wire = new Wire(simulator.ready().devices().get("energy_meter"));
        HttpClient http = HttpClient.newHttpClient()) {
      assertThat(wire.ask("04 0000 0002")).startsWith("0404");
      URI uri = URI.create("http://127.0.0.1:" + simulator.ready().control() + "/devices");
      StringBuilder states = new StringBuilder();
      for (int second = 0; second < 400; second++) {
        clock.advance(1);
        String body =
            http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        states.append(body.contains("\"state\":\"silent\"") ? '#' : '.');
      }
      assertThat(states.toString()).matches("(\\.{58,152}#{9,11})+\\.*");
    }
  }
}
