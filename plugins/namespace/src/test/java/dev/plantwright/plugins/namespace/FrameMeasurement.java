package dev.plantwright.plugins.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Latest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * By hand: {@code -Dmeasure=true}. How long a frame of the tree takes while all values change, to
 * target/frame-measurement.txt.
 */
@EnabledIfSystemProperty(named = "measure", matches = "true")
class FrameMeasurement {
  private static final int FRAMES = 90;

  @ParameterizedTest
  @ValueSource(ints = {2, 1_000})
  void frames(int assets) throws IOException {
    try (TestWorkbench bench = new TestWorkbench()) {
      NamespacePart part =
          bench.show(
              new NamespacePlugin().parts().getFirst(),
              Optional.empty(),
              Theme.DARK,
              970,
              800,
              NamespacePart.class);
      Feed feed = new Feed(bench.live());
      round(feed, assets, 0);
      Fx.run(() -> part.table().rows().expandAll(Latest.ROOT, true));
      long[][] nanos = new long[2][FRAMES];
      for (int i = 0; i < FRAMES; i++) {
        round(feed, assets, i);
        int frame = i;
        Fx.run(
            () -> {
              nanos[0][frame] = cpu(() -> part.table().frame());
              nanos[1][frame] = cpu(() -> part.node().getParent().layout());
            });
      }
      String line =
          "%d rows: cells %.2f ms, layout %.2f ms a frame (p50, CPU)%n"
              .formatted(part.table().getItems().size(), p50(nanos[0]), p50(nanos[1]));
      Path file = Path.of("target", "frame-measurement.txt");
      Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line);
      assertThat(p50(nanos[0]) + p50(nanos[1])).isLessThan(8);
    }
  }

  private static long cpu(Runnable body) {
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    body.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
  }

  private static double p50(long[] nanos) {
    long[] warm = Arrays.copyOfRange(nanos, FRAMES / 3, FRAMES);
    Arrays.sort(warm);
    return warm[warm.length / 2] / 1e6;
  }

  private static void round(Feed feed, int assets, int round) {
    for (int asset = 0; asset < assets; asset++) {
      StringBuilder values = new StringBuilder();
      for (int i = 0; i < 100; i++) {
        values.append(i == 0 ? "" : ",").append("\"tag").append(i).append("\":");
        values.append(asset + i + round * 0.37);
      }
      feed.report("asset" + asset, "g", System.currentTimeMillis(), values.toString(), "");
    }
    feed.settle();
  }
}
