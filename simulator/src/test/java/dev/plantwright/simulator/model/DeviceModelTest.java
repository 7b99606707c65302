package dev.plantwright.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.plant.simulation.Simulation;
import dev.plantwright.plant.simulation.SimulationRead;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceModelTest {
  private static SimulatedDevice device(String points, String rest) {
    String text = "{\"protocol\": \"Modbus TCP\", \"points\": {%s}%s}".formatted(points, rest);
    SimulationRead read = Simulation.read("simulation/d.json", text);
    assertThat(read.problems()).isEmpty();
    return read.devices().getFirst();
  }

  private static DeviceModel model(String behaviour) {
    return new DeviceModel(device(point("p", 1, behaviour), ""));
  }

  private static String point(String name, int at, String behaviour) {
    return "\"%s\": {\"address\": \"1!4%05d\", \"type\": \"DOUBLE\", \"behaviour\": {%s}}"
        .formatted(name, at, behaviour);
  }

  private static double at(DeviceModel model, double seconds) {
    model.advanceTo(Math.round(seconds * 1000));
    return model.value("p").number();
  }

  @ParameterizedTest
  @CsvSource({
    "sawtooth, 0, 10", "sawtooth, 5, 15", "sawtooth, 10, 10", "sawtooth, 12.5, 12.5",
    "triangle, 5, 15", "triangle, 10, 20", "triangle, 15, 15", "triangle, 20, 10",
    "once, 5, 15", "once, 10, 20", "once, 25, 20"
  })
  void aRampGoesFromOneNumberToAnother(String shape, double seconds, double expected) {
    DeviceModel model =
        model(
            "\"kind\":\"ramp\",\"from\":10,\"to\":20,\"period_s\":10,\"shape\":\"" + shape + "\"");

    assertThat(at(model, seconds)).isEqualTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "2, 7", "4, 5", "6, 3", "8, 5"})
  void aSineSwingsAroundItsMean(double seconds, double expected) {
    DeviceModel model = model("\"kind\":\"sine\",\"mean\":5,\"swing\":2,\"period_s\":8");

    assertThat(at(model, seconds)).isEqualTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1.9, 1", "2, 2", "4.9, 2", "5, 1", "7, 2"})
  void stepsComeOneAfterTheOther(double seconds, double expected) {
    DeviceModel model =
        model("\"kind\":\"steps\",\"steps\":[{\"value\":1,\"for_s\":2},{\"value\":2,\"for_s\":3}]");

    assertThat(at(model, seconds)).isEqualTo(expected);
  }

  @Test
  void aCounterCountsAnotherSignalAndGoesOnFromWhatIsWritten() {
    DeviceModel model =
        new DeviceModel(
            device(
                point("p", 1, "\"kind\":\"counter\",\"start\":100,\"of\":\"speed\",\"factor\":0.5")
                    + ","
                    + point("speed", 5, "\"kind\":\"constant\",\"value\":20"),
                ""));

    assertThat(at(model, 10)).isEqualTo(200, within(1e-6));
    model.write("p", dev.plantwright.plant.simulation.PointValue.of(0));
    assertThat(at(model, 12)).isEqualTo(20, within(1e-6));
  }

  @Test
  void aRandomWalkStaysBetweenItsLimitsAndMoves() {
    DeviceModel model =
        model("\"kind\":\"random_walk\",\"low\":1,\"high\":2,\"step\":0.4,\"every_s\":0.5");

    List<Double> seen = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      seen.add(at(model, i * 0.5));
    }
    assertThat(seen).allMatch(value -> value >= 1 && value <= 2);
    assertThat(seen.stream().distinct().count()).isGreaterThan(400);
  }

  @Test
  void aFollowerReachesItsTargetWithALag() {
    DeviceModel model =
        new DeviceModel(
            device(
                point("p", 1, "\"kind\":\"follow\",\"point\":\"set\",\"lag_s\":10,\"offset\":1")
                    + ","
                    + point("set", 5, "\"kind\":\"constant\",\"value\":50"),
                ""));
    assertThat(at(model, 1)).isEqualTo(51);

    model.write("set", dev.plantwright.plant.simulation.PointValue.of(60));

    assertThat(at(model, 11)).isEqualTo(61 - 10 * Math.exp(-1), within(0.01));
    assertThat(at(model, 111)).isEqualTo(61, within(0.001));
  }

  @Test
  void aGateAndAMapFollowTheStateOfTheMachine() {
    DeviceModel model =
        new DeviceModel(
            device(
                """
                "state": {"address": "1!400020.16", "type": "STRING", "behaviour":
                  {"kind": "steps", "steps": [{"value": "RUN", "for_s": 2}, {"value": "STOP", "for_s": 2}]}},
                "code": {"address": "1!400001", "type": "UINT16", "behaviour":
                  {"kind": "map", "point": "state", "values": {"RUN": 6}, "otherwise": 2}},
                "p": {"address": "1!400002", "type": "UINT16", "behaviour": {"kind": "constant", "value": 9},
                  "while": {"point": "state", "is": ["RUN"], "otherwise": 0}}
                """,
                ""));

    assertThat(at(model, 1)).isEqualTo(9);
    assertThat(model.value("code").number()).isEqualTo(6);
    assertThat(at(model, 3)).isEqualTo(0);
    assertThat(model.value("code").number()).isEqualTo(2);
  }

  @Test
  void theSameSeedGivesTheSameValuesHoweverOftenSomebodyLooks() {
    DeviceModel often = noisy(42);
    DeviceModel seldom = noisy(42);
    DeviceModel other = noisy(43);
    for (int i = 0; i < 600; i++) {
      at(often, i * 0.1);
    }

    assertThat(at(seldom, 60)).isEqualTo(at(often, 60));
    assertThat(at(other, 60)).isNotEqualTo(at(often, 60));
  }

  private static DeviceModel noisy(int seed) {
    String walk =
        "{\"address\": \"1!400001\", \"type\": \"DOUBLE\", \"noise\": 0.5, \"behaviour\":"
            + " {\"kind\":\"random_walk\",\"low\":1,\"high\":9,\"step\":0.4}}";
    return new DeviceModel(device("\"p\": " + walk, ", \"seed\": " + seed));
  }

  @Test
  void aHeldPointStaysUntilItIsReleased() {
    DeviceModel model = model("\"kind\":\"counter\",\"per_s\":1");

    model.hold("p", dev.plantwright.plant.simulation.PointValue.of(500));
    assertThat(at(model, 10)).isEqualTo(500);
    assertThat(model.isHeld("p")).isTrue();

    model.release("p");
    assertThat(at(model, 11)).isEqualTo(11, within(1e-6));
  }

  @Test
  void anOffsetGrowsAndFades() {
    SimulatedDevice device =
        device(
            point("p", 1, "\"kind\":\"constant\",\"value\":70"),
            ", \"faults\": {\"hot\": {\"values\": {\"p\": {\"add\": 20, \"within_s\": 4}}}}");
    DeviceModel model = new DeviceModel(device);
    at(model, 10);

    model.begin(device.faults().getFirst());
    assertThat(at(model, 12)).isEqualTo(80, within(1e-6));
    assertThat(at(model, 20)).isEqualTo(90, within(1e-6));
    model.end(device.faults().getFirst());
    assertThat(at(model, 22)).isEqualTo(80, within(1e-6));
    assertThat(at(model, 30)).isEqualTo(70, within(1e-6));
  }

  @Test
  void aFrozenPointKeepsItsValueWhileItsBehaviourGoesOn() {
    SimulatedDevice device =
        device(
            point("p", 1, "\"kind\":\"counter\",\"per_s\":1"),
            ", \"faults\": {\"stuck\": {\"values\": {\"p\": {\"frozen\": true}}}}");
    DeviceModel model = new DeviceModel(device);
    at(model, 5);

    model.begin(device.faults().getFirst());
    assertThat(at(model, 9)).isEqualTo(5, within(1e-6));
    model.end(device.faults().getFirst());
    assertThat(at(model, 10)).isEqualTo(10, within(1e-6));
  }

  @Test
  void aSleepOfDaysIsCutShort() {
    DeviceModel model = model("\"kind\":\"counter\",\"per_s\":1");

    assertThat(at(model, 30 * 86_400.0)).isEqualTo(3600, within(0.01));
    assertThat(at(model, 30 * 86_400.0 + 1)).isEqualTo(3601, within(0.01));
  }
}
