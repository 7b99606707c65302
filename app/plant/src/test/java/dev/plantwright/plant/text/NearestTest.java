package dev.plantwright.plant.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void oneMistypeIsFound() {
    List<String> known = List.of("temperature", "pressure", "speed");

    assertThat(Nearest.to("temprature", known)).contains("temperature");
    assertThat(Nearest.to("SPEDE", known)).contains("speed");
    assertThat(Nearest.hint("presure", known)).isEqualTo(" Did you mean pressure?");
  }

  @Test
  void somethingElseIsNot() {
    assertThat(Nearest.to("level", List.of("temperature", "speed"))).isEmpty();
    assertThat(Nearest.to("", List.of("a"))).isEmpty();
    assertThat(Nearest.hint("x".repeat(1000), List.of("x".repeat(1001)))).isEmpty();
  }
}
