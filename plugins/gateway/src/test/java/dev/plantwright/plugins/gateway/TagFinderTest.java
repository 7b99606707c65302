package dev.plantwright.plugins.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.Finder;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagFinderTest {
  @TempDir Path folder;

  @Test
  void findsTagsByAllWordsAndOpensThemAtTheirLine() {
    SmallPlant.write(folder);
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      List<Finder.Found> found =
          Fx.call(() -> TagFinder.finder().find().apply("temp filler", bench));
      assertThat(found)
          .extracting(Finder.Found::title)
          .containsExactly(
              "filler · temperature", "filler · temp_setpoint", "filler · product_temp");
      assertThat(found.getFirst().detail()).isEqualTo("1!400001#LB");
      Fx.run(() -> found.getFirst().open().run());
      assertThat(bench.asked()).contains("file gateways/filler/tags.csv 2:1");
    }
  }
}
