package dev.plantwright.plant.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void environmentGoesBeforeTheFile() throws IOException {
    Secrets secrets =
        new Secrets(folder.resolve("s.json"), Map.of("PLANTWRIGHT_SECRET_PLANT_A", "from there"));
    secrets.keep("plant-a", "from here");
    secrets.keep("b", "two");

    assertThat(secrets.value("secret:plant-a")).contains("from there");
    assertThat(secrets.value("secret:b")).contains("two");
    assertThat(secrets.value("b")).isEmpty();
    assertThat(secrets.value("secret:c")).isEmpty();
  }

  @Test
  void fileIsForTheUserAlone() throws IOException {
    Path file = folder.resolve("user/secrets.json");
    Secrets secrets = new Secrets(file, Map.of());

    secrets.keep("a/b", "one");
    secrets.keep("c", "two");
    secrets.remove("c");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(secrets.names()).containsExactly("a/b");
    assertThat(secrets.get("a/b")).contains("one");
  }

  @Test
  void brokenFileHasNoSecretsAndIsNotOverwritten() throws IOException {
    Path file = folder.resolve("s.json");
    Files.writeString(file, "{\"a\": ");
    Secrets secrets = new Secrets(file, Map.of());

    assertThat(secrets.get("a")).isEmpty();
    assertThatThrownBy(() -> secrets.keep("b", "x")).isInstanceOf(IOException.class);
    assertThat(file).hasContent("{\"a\": ");
  }
}
