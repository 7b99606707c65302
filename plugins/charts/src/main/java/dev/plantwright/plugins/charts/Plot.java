package dev.plantwright.plugins.charts;

import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The picture of a chart: bands and grid behind, lines as pixels, axes and cursor in front. Knows
 * nothing of where lines come from. FX thread.
 */
final class Plot extends Region {
  private final Canvas back = new Canvas();
  private final ImageView image = new ImageView();
  private final Canvas front = new Canvas();
  private final Raster raster = new Raster();
  private final Map<String, Scale> scales = new LinkedHashMap<>();
  private ChartSpec spec = new ChartSpec("", 300_000, List.of(), List.of(), List.of());
  private List<Line> lines = List.of();
  private TimeScale time = new TimeScale(0, 300_000);
  private PlotArea area = PlotArea.of(0, 0, spec);
  private double cursor = -1;
  private boolean crosshair = true;
  private boolean limits = true;

  Plot() {
    setId("part/chart/plot");
    setFocusTraversable(true);
    setAccessibleText("Chart");
    setMinSize(0, 0);
    getChildren().addAll(back, image, front);
    setOnMouseMoved(e -> cursor(e.getX()));
    setOnMouseExited(e -> cursor(-1));
  }

  /** Shows another chart. */
  void show(ChartSpec newSpec, List<Line> newLines) {
    spec = newSpec;
    lines = List.copyOf(newLines);
    area = PlotArea.of(getWidth(), getHeight(), spec);
  }

  TimeScale time() {
    return time;
  }

  /** Time of a place in the picture. */
  long timeAt(double x) {
    return time.at(area.fraction(x));
  }

  /** Share of the time axis at a place in the picture. */
  double fractionAt(double x) {
    return area.fraction(x);
  }

  /** Width of the time axis in pixels. */
  double width() {
    return area.width();
  }

  void crosshair(boolean shown) {
    crosshair = shown;
    paintFront();
  }

  void limits(boolean shown) {
    limits = shown;
    paint(time);
  }

  private void cursor(double x) {
    cursor = area.contains(x) ? x : -1;
    paintFront();
  }

  @Override
  protected void layoutChildren() {
    back.setWidth(getWidth());
    back.setHeight(getHeight());
    front.setWidth(getWidth());
    front.setHeight(getHeight());
    area = PlotArea.of(getWidth(), getHeight(), spec);
    image.setX(area.left());
    image.setY(area.top());
    paint(time);
  }

  /** Draws a span of time from the lines' present data. */
  void paint(TimeScale span) {
    time = span;
    if (area.width() < 20 || area.height() < 20) {
      return;
    }
    lines.forEach(line -> line.look(time));
    scale();
    paintBack();
    paintLines();
    paintFront();
  }

  private void scale() {
    scales.clear();
    for (ChartSpec.Axis axis : spec.axes()) {
      double least = Double.NaN;
      double greatest = Double.NaN;
      for (Line line : lines) {
        if (line.visible() && line.axis().equals(axis.id())) {
          least = least(least, line.least());
          greatest = -least(-greatest, -line.greatest());
        }
      }
      scales.put(axis.id(), scale(axis, least, greatest));
    }
  }

  private static double least(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private Scale scale(ChartSpec.Axis axis, double least, double greatest) {
    int marks = Math.clamp((int) (area.height() / 52), 2, 10);
    double low = axis.min().orElse(Double.isNaN(least) ? 0 : least);
    double high = axis.max().orElse(Double.isNaN(greatest) ? Math.max(1, low + 1) : greatest);
    boolean fixed = axis.min().isPresent() && axis.max().isPresent();
    boolean inside = Double.isNaN(least) || least >= low && greatest <= high;
    return fixed && inside && high > low
        ? Scale.exactly(low, high, marks)
        : Scale.around(least(low, least), -least(-high, -greatest), marks);
  }

  private void paintBack() {
    PlotBack painter = new PlotBack(back.getGraphicsContext2D(), area, Theme.of(this));
    painter.clear(getWidth(), getHeight());
    painter.grid(time, spec.axes().isEmpty() ? null : scales.get(spec.axes().getFirst().id()));
    painter.silence(time, lines);
    if (limits) {
      painter.limits(bands(), scales);
    }
  }

  /**
   * Limits of the file; without any, and with one axis, those the plant's model gives for the
   * values shown. Bands of several axes would lie over each other.
   */
  private List<ChartSpec.Limit> bands() {
    List<ChartSpec.Limit> bands = new ArrayList<>(spec.limits());
    if (!bands.isEmpty() || spec.axes().size() > 1) {
      return bands;
    }
    for (Line line : lines) {
      if (line.visible()) {
        line.meaning()
            .high()
            .ifPresent(
                v -> bands.add(new ChartSpec.Limit(line.axis(), true, v, "Above high limit")));
        line.meaning()
            .low()
            .ifPresent(
                v -> bands.add(new ChartSpec.Limit(line.axis(), false, v, "Below low limit")));
      }
    }
    return bands;
  }

  private void paintLines() {
    if (raster.begin((int) area.width(), (int) area.height())) {
      image.setImage(raster.image());
    }
    image.setX(area.left());
    image.setY(area.top());
    for (Line line : lines) {
      Scale scale = scales.get(line.axis());
      if (line.visible() && scale != null) {
        trace(line, scale);
        raster.paint(argb(Theme.of(this).series(line.color())), 1.5f);
      }
    }
    raster.end();
  }

  private void trace(Line line, Scale scale) {
    Series.Buckets buckets = line.buckets();
    double bucket = line.level().bucketMs() / (double) time.spanMs() * area.width();
    raster.line();
    for (int i = 0; i < buckets.size(); i++) {
      if (Double.isNaN(buckets.last(i))
          || i > 0
              && buckets.startMs(i) - buckets.startMs(i - 1) > line.gapMs(buckets.startMs(i))) {
        raster.gap();
      }
      double x = time.fraction(buckets.startMs(i)) * area.width();
      point(x + bucket * 0.25, buckets.first(i), scale);
      if (buckets.least(i) < Math.min(buckets.first(i), buckets.last(i))
          || buckets.greatest(i) > Math.max(buckets.first(i), buckets.last(i))) {
        point(x + bucket * 0.5, buckets.least(i), scale);
        point(x + bucket * 0.5, buckets.greatest(i), scale);
      }
      point(x + bucket * 0.75, buckets.last(i), scale);
    }
  }

  private void point(double x, double value, Scale scale) {
    if (!Double.isNaN(value)) {
      raster.to(x, (1 - scale.fraction(value)) * area.height());
    }
  }

  private static int argb(Color c) {
    return 0xff000000
        | (int) Math.round(c.getRed() * 255) << 16
        | (int) Math.round(c.getGreen() * 255) << 8
        | (int) Math.round(c.getBlue() * 255);
  }

  private void paintFront() {
    PlotFront painter =
        new PlotFront(front.getGraphicsContext2D(), area, Theme.of(this), spec, scales, lines);
    painter.clear(getWidth(), getHeight());
    painter.axes(time);
    painter.flags();
    if (crosshair && cursor >= 0) {
      painter.cursor(time, cursor);
    }
  }
}
