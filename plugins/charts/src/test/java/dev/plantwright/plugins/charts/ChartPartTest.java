package dev.plantwright.plugins.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.api.ValueRef;
import dev.plantwright.api.testing.Fx;
import dev.plantwright.api.testing.TestWorkbench;
import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Meaning;
import dev.plantwright.sites.mqtt.Message;
import dev.plantwright.sites.mqtt.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPartTest {
  private static final String FILLER = "acme/hamburg/packaging/line1/filler";

  @TempDir Path folder;

  @BeforeEach
  void plant() throws Exception {
    Files.writeString(folder.resolve("plant.json"), "{\"name\":\"test\",\"version\":1}");
    Files.createDirectories(folder.resolve("charts"));
    Files.writeString(
        folder.resolve("charts/line1.json"),
        """
        {
          "title": "Line 1",
          "range_s": 60,
          "axes": [
            {"id": "temp", "side": "left", "unit": "°C"},
            {"id": "pressure", "side": "left", "unit": "bar"}
          ],
          "series": [
            {"topic": "acme/hamburg/packaging/line1/filler", "member": "temperature", "axis": "temp"},
            {"topic": "acme/hamburg/packaging/line1/filler", "member": "product_temp", "axis": "temp"},
            {"topic": "acme/hamburg/packaging/line1/filler", "member": "pressure", "axis": "pressure"}
          ],
          "limits": [{"axis": "temp", "kind": "high", "value": 80.0, "title": "Above high limit"}]
        }
        """);
    Files.writeString(folder.resolve("charts/empty.json"), "{\"title\":\"Empty\"}\n");
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void showsLinesAxesLimitsAndLegend(Theme theme) throws Exception {
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      bench.live().meanings(ChartPartTest::meaning);
      ChartPart part = open(bench, "charts/line1.json", theme);
      feed(bench, 60, 0, 1);
      Fx.await("the rows", () -> bench.live().latest().find(FILLER, "pressure") >= 0);
      feed(bench, 60, 1, 120);
      Legend legend = (Legend) Fx.call(() -> part.node().lookup("#part/chart/legend"));
      Fx.await(
          "three series with values",
          () -> legend.getItems().size() == 3 && legend.getItems().getFirst().greatest() > 82);
      Plot plot = (Plot) Fx.call(() -> part.node().lookup("#part/chart/plot"));
      Fx.run(() -> plot.fireEvent(moved(300, 120)));
      Path picture = Path.of("target", "chart-" + theme + ".png");
      Fx.picture(bench.stage().getScene(), picture);
      assertThat(Files.size(picture)).isGreaterThan(20_000);
      assertThat(Fx.call(() -> legend.getItems().getFirst().greatest())).isGreaterThan(80);
    }
  }

  @Test
  void addingAndRemovingASeriesIsAnEditThatCanBeUndone() throws Exception {
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      bench.live().meanings(ChartPartTest::meaning);
      ChartPart part = open(bench, "charts/empty.json", Theme.DARK);
      ValueRef value = new ValueRef(FILLER, Optional.of("temperature"));
      Fx.run(() -> part.addSeries(List.of(value)));
      String text = Fx.call(() -> part.document().orElseThrow().text());
      assertThat(ChartText.read(text).shows(value)).isTrue();
      assertThat(ChartText.read(text).axes().getFirst().unit()).isEqualTo("°C");
      assertThat(Fx.call(() -> part.document().orElseThrow().edited().get())).isTrue();
      Fx.run(() -> part.document().orElseThrow().undo());
      assertThat(Fx.call(() -> part.document().orElseThrow().text()))
          .isEqualTo("{\"title\":\"Empty\"}\n");
    }
  }

  @Test
  void movingLeavesThePresentAndLiveReturnsToIt() throws Exception {
    try (TestWorkbench bench = new TestWorkbench(folder)) {
      ChartPart part = open(bench, "charts/line1.json", Theme.DARK);
      long before = Fx.call(() -> part.window().time().toMs());
      Fx.run(() -> part.window().move(-0.5));
      assertThat(Fx.call(() -> part.window().following().get())).isFalse();
      assertThat(Fx.call(() -> part.window().time().toMs())).isLessThan(before);
      Fx.run(() -> part.window().following().set(true));
      Fx.await("the present", () -> part.window().time().toMs() >= before);
    }
  }

  private static ChartPart open(TestWorkbench bench, String file, Theme theme) {
    ChartPart part =
        bench.show(
            new ChartsPlugin().parts().getFirst(),
            Optional.of(file),
            theme,
            1000,
            620,
            ChartPart.class);
    Fx.await("the file", () -> part.document().isPresent());
    return part;
  }

  private static Meaning meaning(String path) {
    if (path.endsWith("temperature")) {
      return Meaning.UNKNOWN
          .withUnit("°C")
          .withLimits(OptionalDouble.empty(), OptionalDouble.of(80))
          .withDecimals(1);
    }
    return Meaning.UNKNOWN.withUnit(path.endsWith("pressure") ? "bar" : "").withDecimals(2);
  }

  /** Messages of the last minute, with a hole in them. */
  private static void feed(TestWorkbench bench, int seconds, int from, int to) {
    long now = System.currentTimeMillis();
    for (int i = from; i < to; i++) {
      if (i > 40 && i < 55) {
        continue;
      }
      double t = i / 10.0;
      String payload =
          "{\"node\":\"filler\",\"group\":\"process\",\"timestamp\":1,\"values\":{\"temperature\":%.2f,\"product_temp\":%.2f,\"pressure\":%.3f},\"errors\":{},\"metas\":{}}"
              .formatted(74 + i / 12.0 + Math.sin(t), 70 + Math.sin(t / 2), 4 + 0.3 * Math.sin(t));
      bench
          .live()
          .accept(
              new Message(
                  FILLER,
                  payload.getBytes(StandardCharsets.UTF_8),
                  0,
                  false,
                  MessageProperties.NONE,
                  System.nanoTime(),
                  now - seconds * 1000L + i * 500L));
    }
  }

  private static MouseEvent moved(double x, double y) {
    return new MouseEvent(
        MouseEvent.MOUSE_MOVED,
        x,
        y,
        x,
        y,
        javafx.scene.input.MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        null);
  }
}
