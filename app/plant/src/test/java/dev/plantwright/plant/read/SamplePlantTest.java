package dev.plantwright.plant.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.Node;
import dev.plantwright.plant.Plant;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plant that comes with the program. */
class SamplePlantTest {
  private static final Path SAMPLE = Path.of("../launcher/samples/bottling-line");

  @Test
  void isReadWithoutProblems() {
    assertThat(PlantReader.read(SAMPLE).problems()).isEmpty();
  }

  @Test
  void hasThreeDevicesWithAllTheirTags() {
    Plant plant = PlantReader.read(SAMPLE).plant();

    assertThat(plant.drivers())
        .extracting(Node.Driver::name)
        .containsExactly("capper", "energy_meter", "filler");
    assertThat(plant.drivers())
        .allSatisfy(d -> assertThat(d.tags()).hasSameSizeAs(d.table().rows()));
    assertThat(plant.drivers().stream().mapToInt(d -> d.tags().size()).sum())
        .isGreaterThanOrEqualTo(120);
    assertThat(plant.devices()).containsExactly("capper", "energy_meter", "filler");
  }

  @Test
  void knowsTheUnitOfAValueOnATopic() {
    Plant plant = PlantReader.read(SAMPLE).plant();

    assertThat(
            plant.model().value("acme/hamburg/packaging/line1/filler", "temperature").orElseThrow())
        .satisfies(v -> assertThat(v.unit()).isEqualTo("°C"))
        .satisfies(v -> assertThat(v.high().orElseThrow()).isEqualByComparingTo("80"));
  }
}
