package dev.plantwright.plant.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.plant.PlantOnDisk;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.read.PlantRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantFolderTest {
  @TempDir Path folder;
  private final BlockingQueue<PlantRead> told = new LinkedBlockingQueue<>();
  private PlantOnDisk disk;
  private PlantFolder plant;

  @BeforeEach
  void open() throws IOException {
    disk = new PlantOnDisk(folder);
    plant = PlantFolder.open(folder, InstantSource.system());
    plant.listen(told::add);
  }

  @AfterEach
  void close() {
    plant.close();
  }

  private PlantRead await(Predicate<PlantRead> condition) throws InterruptedException {
    for (PlantRead read = next(); ; read = next()) {
      assertThat(read).as("told within 10 s").isNotNull();
      if (condition.test(read)) {
        return read;
      }
    }
  }

  private PlantRead next() throws InterruptedException {
    return told.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void plantIsThereAtOnce() {
    assertThat(plant.read().plant().name()).isEqualTo("test");
    assertThat(plant.read().problems()).isEmpty();
  }

  @Test
  void changeByOthersIsTold() throws InterruptedException {
    disk.replacing("plant.json", "test", "renamed");

    PlantRead read = await(r -> r.plant().name().equals("renamed"));

    assertThat(plant.read()).isEqualTo(read);
  }

  @Test
  void fileInANewFolderIsTold() throws InterruptedException {
    disk.with("gateways/capper/node.json", PlantOnDisk.FILLER);
    await(r -> r.plant().driver("capper").isPresent());

    disk.with("gateways/capper/tags.csv", "nothing");
    await(r -> r.problems().stream().map(Problem::code).anyMatch("TAG-HEADER"::equals));
  }

  @Test
  void removedFileIsTold() throws InterruptedException, IOException {
    plant.delete("rules/hot.json");

    await(r -> r.plant().rules().isEmpty());
  }

  @Test
  void writtenFileIsToldAndItsOldTextKept() throws Exception {
    String before = Files.readString(folder.resolve("plant.json"));

    plant.write("plant.json", "{\"name\": \"a\", \"version\": 1}\n");
    await(r -> r.plant().name().equals("a"));
    plant.write("plant.json", "{\"name\": \"b\", \"version\": 1}\n");
    await(r -> r.plant().name().equals("b"));

    var versions = plant.history().versions("plant.json");
    assertThat(versions).hasSize(2);
    assertThat(versions.getLast().text()).isEqualTo(before);
    assertThat(versions.getFirst().text()).contains("\"a\"");
    assertThat(folder.resolve(".plantwright/.gitignore")).hasContent("*");
    assertThat(folder).isDirectoryNotContaining("glob:**/.plant.json*");
  }

  @Test
  void listenerThatFailsOrEndsDoesNotStopTheOthers() throws Exception {
    plant.listen(
        _ -> {
          throw new IllegalStateException("a listener of this test fails");
        });
    BlockingQueue<PlantRead> ended = new LinkedBlockingQueue<>();
    plant.listen(ended::add).close();
    BlockingQueue<PlantRead> last = new LinkedBlockingQueue<>();
    plant.listen(last::add);

    disk.replacing("plant.json", "test", "renamed");

    assertThat(last.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(ended).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x.json",
        "/tmp/x.json",
        "",
        ".",
        ".git/config",
        "rules/../../x",
        ".plantwright/x",
        "a\u0000b"
      })
  void pathsOutsideThePlantAreRefused(String path) {
    assertThatThrownBy(() -> plant.write(path, "x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void somethingThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> PlantFolder.open(folder.resolve("plant.json"), InstantSource.system()))
        .isInstanceOf(NotDirectoryException.class);
  }
}
