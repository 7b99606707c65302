package dev.plantwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default | 1883 | 7000",
        "any | 0 | 0",
        "mqtt=2000 | 2000 | 7000",
        "any,mqtt=2000 | 2000 | 0",
        "mqtt=0, neuron=7001 | 0 | 7001"
      })
  void a_door_takes_the_named_the_known_or_any_port(String text, int mqtt, int neuron) {
    Ports ports = Ports.parse(text);
    assertThat(ports.of("mqtt")).isEqualTo(mqtt);
    assertThat(ports.of("neuron")).isEqualTo(neuron);
  }

  @Test
  void what_is_no_port_list_is_refused_with_its_place() {
    for (String wrong : new String[] {"", "all", "mqtt", "http=80", "mqtt=x", "mqtt=65536"}) {
      assertThatThrownBy(() -> Ports.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + wrong + "'");
    }
    assertThatThrownBy(() -> Ports.parse("mqtt=1,mqtt=2")).hasMessageContaining("twice");
  }
}
