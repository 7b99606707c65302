package dev.plantwright.plant.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.plant.PlantOnDisk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in the files of a plant, reading gives a plant and problems, no exception. */
class RandomBytesTest {
  private static final List<String> FILES =
      List.of(
          "plant.json",
          "simulation/filler.json",
          "gateways/filler/node.json",
          "gateways/filler/tags.csv",
          "gateways/mqtt/node.json",
          "namespace/model.json",
          "streams/filler.sql",
          "rules/hot.json",
          "charts/line1.json",
          "sites/local.json");

  @TempDir Path folder;

  @Test
  void anyBytesInAnyFileAreRead() {
    Random random = new Random(1);
    for (int round = 0; round < 8; round++) {
      for (String file : FILES) {
        PlantOnDisk plant = new PlantOnDisk(folder);
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        plant.with(file, bytes);
        assertThat(plant.read().plant().files()).hasSize(FILES.size());
      }
    }
  }

  @Test
  void anyDamageOfAGoodFileIsRead() throws Exception {
    Random random = new Random(2);
    String alphabet = "{}[]\",:\\0159.eE-+#!\n\r\t ab${}'é\u0000";
    PlantOnDisk good = new PlantOnDisk(folder);
    for (String file : FILES) {
      byte[] original = Files.readAllBytes(folder.resolve(file));
      for (int round = 0; round < 12; round++) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.UTF_8));
        for (int change = 0; change < 3; change++) {
          int at = random.nextInt(text.length());
          char c = alphabet.charAt(random.nextInt(alphabet.length()));
          switch (random.nextInt(3)) {
            case 0 -> text.insert(at, c);
            case 1 -> text.setCharAt(at, c);
            default -> text.deleteCharAt(at);
          }
        }
        good.with(file, text.toString());
        assertThat(good.read().problems())
            .allSatisfy(p -> assertThat(p.place().line()).isNotNegative());
      }
      good.with(file, original);
    }
  }

  @Test
  void wrongTypesInAllPlacesOfJsonAreRead() throws Exception {
    PlantOnDisk good = new PlantOnDisk(folder);
    for (String file : FILES) {
      if (!file.endsWith(".json")) {
        continue;
      }
      String original = Files.readString(folder.resolve(file));
      for (String value : List.of("null", "[]", "{}", "1e99999")) {
        for (int at = original.indexOf(':'); at >= 0; at = original.indexOf(':', at + 1)) {
          String damaged =
              original.substring(0, at) + ": " + value + ", \"rest\"" + original.substring(at);
          good.with(file, damaged);
          assertThat(good.read().plant().folder()).isEqualTo(folder);
        }
      }
      good.with(file, original);
    }
  }
}
