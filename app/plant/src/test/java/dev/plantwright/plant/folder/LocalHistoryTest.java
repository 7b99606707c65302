package dev.plantwright.plant.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalHistoryTest {
  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir Path root;

  @Test
  void newestVersionIsFirstAlsoWhenTheClockStandsStill() throws IOException {
    LocalHistory history = new LocalHistory(root, () -> NOW);

    history.keep("a/b.json", "one");
    history.keep("a/b.json", "two");
    history.keep("a/b.json", "two");

    assertThat(history.versions("a/b.json"))
        .extracting(LocalHistory.Version::until)
        .containsExactly(NOW.plusNanos(1), NOW);
    assertThat(history.versions("a/b.json").getFirst().text()).isEqualTo("two");
  }

  @Test
  void oldestVersionsGo() throws IOException {
    LocalHistory history = new LocalHistory(root, () -> NOW);

    for (int i = 0; i < LocalHistory.MOST + 5; i++) {
      history.keep("x", "text " + i);
    }

    assertThat(history.versions("x")).hasSize(LocalHistory.MOST);
    assertThat(history.versions("x").getLast().text()).isEqualTo("text 5");
  }

  @Test
  void fileWithoutVersionsHasNone() throws IOException {
    LocalHistory history = new LocalHistory(root, () -> NOW);

    assertThat(history.versions("none")).isEmpty();
    assertThat(history.versions("../..")).isEmpty();
  }
}
