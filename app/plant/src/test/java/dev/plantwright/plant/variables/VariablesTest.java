package dev.plantwright.plant.variables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {
  private static final VariableValues SITE =
      VariableValues.of(
          Map.of(
              "site.mqtt.host", "127.0.0.1",
              "site.mqtt.port", "1883",
              "site.mqtt.user", "$1\\",
              "device.filler.port", "1502"));

  private static JsonValue json(String text) {
    return JsonText.parse(text).root().orElseThrow();
  }

  @Test
  void variablesInATextAreReplaced() {
    assertThat(Variables.resolve("tcp://${site.mqtt.host}:${site.mqtt.port}", SITE).value())
        .isEqualTo("tcp://127.0.0.1:1883");
    assertThat(Variables.resolve("${site.mqtt.user}", SITE).value()).isEqualTo("$1\\");
  }

  @Test
  void portThatStandsAloneBecomesANumber() {
    Resolved<JsonValue> resolved =
        Variables.resolve(
            json("{\"port\": \"${device.filler.port}\", \"a\": [\"x${site.mqtt.port}\"]}"), SITE);

    assertThat(resolved.value().compact()).isEqualTo("{\"port\":1502,\"a\":[\"x1883\"]}");
    assertThat(resolved.isComplete()).isTrue();
  }

  @Test
  void missingValuesAreNamedOnceAndStay() {
    Resolved<String> resolved =
        Variables.resolve("${secret:key} ${device.x.port} ${secret:key}", SITE);

    assertThat(resolved.missing()).containsExactly("secret:key", "device.x.port");
    assertThat(resolved.value()).isEqualTo("${secret:key} ${device.x.port} ${secret:key}");
  }

  @Test
  void placeholdersOfOthersStay() {
    assertThat(Variables.resolve("${timestamp} {{.x}}", SITE))
        .isEqualTo(new Resolved<>("${timestamp} {{.x}}", List.of()));
  }

  @Test
  void whatIsReadBackIsWrittenAsThePlantWritesIt() {
    JsonValue written =
        json(
            "{\"host\": \"${site.mqtt.host}\", \"port\": \"${site.mqtt.port}\", \"qos\": 0,"
                + " \"gone\": 1, \"list\": [{\"server\": \"tcp://${site.mqtt.host}:1\"}]}");
    JsonValue live =
        json(
            "{\"host\": \"127.0.0.1\", \"port\": 1884, \"qos\": 1, \"new\": true,"
                + " \"list\": [{\"server\": \"tcp://127.0.0.1:1\"}, 1883]}");

    assertThat(Variables.restore(live, written, SITE).compact())
        .isEqualTo(
            "{\"host\":\"${site.mqtt.host}\",\"port\":1884,\"qos\":1,\"new\":true,"
                + "\"list\":[{\"server\":\"tcp://${site.mqtt.host}:1\"},1883]}");
  }

  @Test
  void restoringWhatWasResolvedGivesWhatWasWritten() {
    JsonValue written =
        json("{\"a\": \"${site.mqtt.host}\", \"b\": [\"${device.filler.port}\", 1, null]}");

    JsonValue live = Variables.resolve(written, SITE).value();

    assertThat(Variables.restore(live, written, SITE).sameAs(written)).isTrue();
    assertThat(Variables.restore("h 127.0.0.1", "h ${site.mqtt.host}", SITE))
        .isEqualTo("h ${site.mqtt.host}");
  }
}
