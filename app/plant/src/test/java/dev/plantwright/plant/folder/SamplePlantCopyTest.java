package dev.plantwright.plant.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePlantCopyTest {
  private final SamplePlant sample = new SamplePlant(Path.of("../launcher/samples/bottling-line"));

  @TempDir Path plants;

  @Test
  void copyIsThePlant() throws IOException {
    PlantRead read = PlantReader.read(sample.openIn(plants));

    assertThat(read.problems()).isEmpty();
    assertThat(read.plant().name()).isEqualTo("bottling-line");
    assertThat(read.plant().drivers()).hasSize(3);
  }

  @Test
  void openedAgainItIsAsTheUserLeftIt() throws IOException {
    Path rule = sample.openIn(plants).resolve("rules/over_temp.json");
    Files.writeString(rule, "mine");

    assertThat(sample.openIn(plants).resolve("rules/over_temp.json")).hasContent("mine");
  }

  @Test
  void freshCopyHasANameOfItsOwn() throws IOException {
    sample.openIn(plants);

    Path second = sample.copyIn(plants);

    assertThat(second.getFileName()).hasToString("bottling-line-2");
    assertThat(PlantReader.read(second).plant().name()).isEqualTo("bottling-line-2");
    assertThat(sample.copyIn(plants).getFileName()).hasToString("bottling-line-3");
    assertThat(plants).isDirectoryNotContaining("glob:**/.*");
  }
}
