package dev.plantwright.plant.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Scaling;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.schema.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
  private static final String GOOD =
      """
      {
        "title": "Filler",
        "protocol": "Modbus TCP",
        "port": 1502,
        "seed": 42,
        "signals": {
          "running": {"behaviour": {"kind": "map", "point": "state", "values": {"RUN": 1}, "otherwise": 0}}
        },
        "points": {
          "temp": {"address": "1!400001#LB", "type": "FLOAT", "unit": "°C", "noise": 0.1, "behaviour": {"kind": "sum", "of": [{"kind": "follow", "point": "set", "lag_s": 20}, {"kind": "sine", "mean": 0, "swing": 1.5, "period_s": 90}]}},
          "set": {"address": "1!400003", "type": "UINT16", "decimal": 0.1, "behaviour": {"kind": "constant", "value": 72}},
          "state": {"address": "1!400010.8", "type": "STRING", "behaviour": {"kind": "steps", "steps": [{"value": "RUN", "for_s": [60, 90]}, {"value": "STOP", "for_s": 5}]}},
          "total": {"address": "1!300001", "type": "UINT32", "behaviour": {"kind": "counter", "start": 5, "of": "running"}, "while": {"point": "state", "is": ["RUN"], "otherwise": 0}}
        },
        "faults": {"hot": {"title": "Too hot", "values": {"temp": {"add": 14, "within_s": 3}}}},
        "schedule": [
          {"fault": "hot", "after_first_request_s": 8, "for_s": 15},
          {"fault": "slow", "ms": 300, "every_s": [60, 120], "for_s": 10}
        ]
      }
      """;

  private static List<String> problems(String text) {
    return Simulation.read("simulation/d.json", text).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aDeviceIsRead() {
    SimulationRead read = Simulation.read("simulation/filler.json", GOOD);

    assertThat(read.problems()).isEmpty();
    SimulatedDevice device = read.devices().getFirst();
    assertThat(device.name()).isEqualTo("filler");
    assertThat(device.title()).isEqualTo("Filler");
    assertThat(device.port()).isEqualTo(1502);
    assertThat(device.seed()).isEqualTo(42);
    assertThat(device.points())
        .extracting(Signal::name)
        .containsExactly("temp", "set", "state", "total");
    assertThat(device.faults())
        .containsExactly(
            new DeviceFault(
                "hot", "Too hot", java.util.Map.of("temp", new FaultEffect.Offset(14, 3))));
    assertThat(device.schedule())
        .containsExactly(
            new ScheduledFault(
                "hot", java.util.Optional.empty(), false, Seconds.of(8), Seconds.of(15)),
            new ScheduledFault(
                "slow",
                java.util.Optional.of(new WireFault.SlowAnswer(300)),
                true,
                new Seconds(60, 120),
                Seconds.of(10)));
  }

  @Test
  void aPointKnowsItsRegisterAndItsBehaviourInWords() {
    SimulatedDevice device = Simulation.read("simulation/d.json", GOOD).devices().getFirst();

    Signal set = device.signal("set").orElseThrow();
    Register register = set.register().orElseThrow();
    assertThat(register.type()).isEqualTo(DataType.UINT16);
    assertThat(register.address().offset()).isEqualTo(2);
    assertThat(register.scaling()).isEqualTo(new Scaling(0.1, 0, 0));
    assertThat(device.points())
        .extracting(point -> point.behaviour().words())
        .containsExactly(
            "lags set, 20 s + sine 0 ± 1.5, 90 s",
            "constant 72",
            "steps RUN, STOP",
            "counts running");
  }

  @ParameterizedTest(name = "{0} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"protocol\": \"Modbus TCP\" | \"protocol\": \"OPC UA\" | 3:15: error SIM-PROTOCOL",
        "1502 | 70000 | 4:11: error SIM-RANGE",
        "1502 | \"1502\" | 4:11: error SIM-TYPE",
        "\"kind\": \"sine\" | \"kind\": \"sinus\" | error SIM-BEHAVIOUR",
        "\"swing\": 1.5, |  | error SIM-MISSING",
        "\"period_s\": 90 | \"period_s\": 0 | error SIM-RANGE",
        "1!400001#LB | 1!400001#XX | error SIM-ADDRESS",
        "1!400003 | 1!400002 | error SIM-OVERLAP",
        "\"type\": \"FLOAT\" | \"type\": \"FLOT\" | error SIM-POINT-TYPE",
        "\"point\": \"set\" | \"point\": \"sett\" | error SIM-REFERENCE",
        "\"point\": \"set\" | \"point\": \"temp\" | error SIM-CIRCLE",
        "\"value\": \"RUN\" | \"value\": 5 | error SIM-VALUE",
        "\"value\": 72 | \"value\": \"hot\" | error SIM-VALUE",
        "\"add\": 14 | \"added\": 14 | error SIM-FAULT",
        "{\"temp\": {\"add\" | {\"tmp\": {\"add\" | error SIM-REFERENCE",
        "\"fault\": \"hot\" | \"fault\": \"cold\" | error SIM-FAULT",
        "\"every_s\": [60, 120], |  | error SIM-FAULT",
        "\"ms\": 300, |  | error SIM-MISSING",
        "[60, 90] | [90, 60] | error SIM-RANGE",
        "\"noise\": 0.1 | \"nois\": 0.1 | warning SIM-KEY",
        "\"hot\": { | \"silence\": { | error SIM-NAME",
        "\"seed\": 42, | \"seed\": 42 | error SIM-JSON"
      })
  void aMistakeHasAPlaceAndACode(String from, String to, String expected) {
    String broken = GOOD.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to);

    assertThat(broken).isNotEqualTo(GOOD);
    assertThat(problems(broken)).anySatisfy(problem -> assertThat(problem).contains(expected));
  }

  @Test
  void theColumnOfABadAddressIsThatOfItsMistake() {
    String broken = GOOD.replace("1!400003", "1!4OO003");

    assertThat(problems(broken)).singleElement().asString().startsWith("simulation/d.json:11:28: ");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"``", "[]", "null", "{", "`{\"points\": []}`", "`{\"points\": {\"p\": 1}}`"})
  void nothingThrows(String text) {
    SimulationRead read = Simulation.read("simulation/d.json", text == null ? "" : text);

    assertThat(read.hasErrors()).isTrue();
    assertThat(read.devices()).isEmpty();
  }

  @Test
  void devicesOfAPlantMustNotShareAPort(@TempDir Path plant) throws IOException {
    Path folder = Files.createDirectories(plant.resolve("simulation"));
    Files.writeString(folder.resolve("a.json"), GOOD);
    Files.writeString(folder.resolve("b.json"), GOOD);
    Files.write(
        folder.resolve("c.json"), "{\"a\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));

    SimulationRead read = Simulation.read(plant);

    assertThat(read.devices()).extracting(SimulatedDevice::name).containsExactly("a", "b");
    assertThat(read.problems()).extracting(Problem::code).containsExactly("SIM-FILE", "SIM-PORT");
  }

  @Test
  void aLongChainOfFollowersIsRefusedNotFollowed() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      points.append(
          "\"p%d\": {\"address\": \"1!4%05d\", \"type\": \"UINT16\", \"behaviour\": {\"kind\": \"follow\", \"point\": \"p%d\"}},\n"
              .formatted(i, i + 1, i + 1));
    }
    points.append(
        "\"p5000\": {\"address\": \"1!410001\", \"type\": \"UINT16\", \"behaviour\": {\"kind\":"
            + " \"constant\", \"value\": 1}}");

    assertThat(problems("{\"protocol\": \"Modbus TCP\", \"points\": {%s}}".formatted(points)))
        .anySatisfy(problem -> assertThat(problem).contains("SIM-CIRCLE"));
  }

  @Test
  void theSchemaKnowsWhatTheReaderKnows() throws IOException {
    Schema schema = Schema.of("device");
    JsonText source = JsonText.parse(Schema.source("device"));

    assertThat(source.at("/$defs/behaviour/properties/kind/enum").orElseThrow().toJava())
        .isEqualTo(BehaviourReader.KINDS);
    assertThat(schema.check(JsonText.parse(GOOD))).isEmpty();
    for (String name : List.of("filler", "capper", "energy_meter")) {
      Path file = Path.of("../launcher/samples/bottling-line/simulation", name + ".json");
      assertThat(schema.check(JsonText.parse(Files.readString(file)))).as(name).isEmpty();
    }
  }
}
