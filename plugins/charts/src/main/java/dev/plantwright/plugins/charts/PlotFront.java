package dev.plantwright.plugins.charts;

import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Format;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What lies before the lines: axes, flags with the last values, the cursor with its box. */
final class PlotFront {
  private static final double ROW = 18;

  private final GraphicsContext g;
  private final PlotArea area;
  private final Theme theme;
  private final ChartSpec spec;
  private final Map<String, Scale> scales;
  private final List<Line> lines;

  PlotFront(
      GraphicsContext g,
      PlotArea area,
      Theme theme,
      ChartSpec spec,
      Map<String, Scale> scales,
      List<Line> lines) {
    this.g = g;
    this.area = area;
    this.theme = theme;
    this.spec = spec;
    this.scales = scales;
    this.lines = lines;
  }

  void clear(double width, double height) {
    g.clearRect(0, 0, width, height);
    g.setFont(Font.font("Inter Tabular", 11));
    g.setTextBaseline(VPos.CENTER);
  }

  void axes(TimeScale time) {
    g.setFill(theme.color("-color-fg-muted"));
    g.setTextAlign(TextAlignment.CENTER);
    for (TimeScale.Mark mark : time.marks((int) (area.width() / 110), ZoneId.systemDefault())) {
      double x = Math.clamp(area.x(time, mark.ms()), area.left() + 14, area.right() - 14);
      g.fillText(mark.text(), x, area.bottom() + 13);
    }
    int left = 0;
    int right = 0;
    for (ChartSpec.Axis axis : spec.axes()) {
      axis(axis, axis.right() ? right++ : left++);
    }
  }

  private void axis(ChartSpec.Axis axis, int place) {
    Scale scale = scales.get(axis.id());
    if (scale == null) {
      return;
    }
    double x =
        axis.right()
            ? area.right() + 56 + place * PlotArea.AXIS
            : area.left() - 8 - place * PlotArea.AXIS;
    g.setTextAlign(axis.right() ? TextAlignment.LEFT : TextAlignment.RIGHT);
    g.setFill(theme.color("-color-fg-muted"));
    for (double value : scale.marks()) {
      String words = Format.number(value, OptionalInt.of(scale.decimals()));
      g.fillText(words, x, Math.clamp(area.y(scale, value), area.top() + 5, area.bottom() - 4));
    }
    g.setFill(theme.color("-color-fg-default"));
    g.fillText(axis.unit(), x, 10);
    colours(axis, axis.right() ? x : x - 14);
  }

  /** Short bars in the colours of the lines that use an axis. */
  private void colours(ChartSpec.Axis axis, double x) {
    double at = x;
    for (Line line : lines) {
      if (line.visible() && line.axis().equals(axis.id())) {
        g.setFill(theme.series(line.color()));
        g.fillRect(at, 18, 12, 3);
        at += axis.right() ? 15 : -15;
      }
    }
  }

  /** The last value of each line at its height at the right edge, pushed apart if they meet. */
  void flags() {
    List<Line> shown =
        lines.stream()
            .filter(l -> l.visible() && !Double.isNaN(l.last()) && scales.containsKey(l.axis()))
            .sorted((a, b) -> Double.compare(height(a), height(b)))
            .toList();
    double free = area.top();
    for (Line line : shown) {
      double y = Math.max(free + ROW / 2, height(line));
      flag(line, y);
      free = y + ROW / 2;
    }
  }

  private double height(Line line) {
    return area.y(scales.get(line.axis()), line.last());
  }

  private void flag(Line line, double y) {
    Color color = theme.series(line.color());
    double x = area.right() + 1;
    g.setFill(color);
    g.fillPolygon(
        new double[] {x, x + 6, x + 50, x + 50, x + 6},
        new double[] {y, y - 8, y - 8, y + 8, y + 8},
        5);
    double light = 0.3 * color.getRed() + 0.59 * color.getGreen() + 0.11 * color.getBlue();
    g.setFill(light > 0.5 ? Color.BLACK : Color.WHITE);
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(number(line, line.last()), x + 47, y, 40);
  }

  private static String number(Line line, double value) {
    return Format.number(value, line.meaning().decimals());
  }

  /** A vertical line with one box that names every value there. */
  void cursor(TimeScale time, double cursor) {
    double x = Math.floor(cursor) + 0.5;
    g.setStroke(theme.color("-color-fg-muted"));
    g.strokeLine(x, area.top(), x, area.bottom());
    long ms = time.at(area.fraction(cursor));
    List<Line> shown = lines.stream().filter(Line::visible).toList();
    for (Line line : shown) {
      double value = line.at(ms);
      Scale scale = scales.get(line.axis());
      if (!Double.isNaN(value) && scale != null) {
        g.setStroke(theme.series(line.color()));
        g.strokeOval(x - 3, area.y(scale, value) - 3, 6, 6);
      }
    }
    box(x, ms, shown);
  }

  private void box(double x, long ms, List<Line> shown) {
    double width = 190;
    double height = 26 + shown.size() * ROW;
    double left = x + 12 + width > area.right() ? x - 12 - width : x + 12;
    double top = Math.max(area.top(), area.bottom() - height - 12);
    g.setFill(theme.color("-color-bg-overlay"));
    g.fillRoundRect(left, top, width, height, 8, 8);
    g.setStroke(theme.color("-color-border-default"));
    g.strokeRoundRect(left + 0.5, top + 0.5, width, height, 8, 8);
    g.setFill(theme.color("-color-fg-default"));
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(Font.font("JetBrains Mono", 11));
    g.fillText(Format.clock(ms, ZoneId.systemDefault()), left + 8, top + 13);
    g.setFont(Font.font("Inter Tabular", 11));
    for (int i = 0; i < shown.size(); i++) {
      row(shown.get(i), ms, left, top + 26 + i * ROW + ROW / 2 - 2, width);
    }
  }

  private void row(Line line, long ms, double left, double y, double width) {
    g.setFill(theme.series(line.color()));
    g.fillRect(left + 8, y - 1, 10, 3);
    g.setFill(theme.color("-color-fg-default"));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(line.value().name(), left + 24, y, width - 110);
    g.setTextAlign(TextAlignment.RIGHT);
    double value = line.at(ms);
    g.fillText(Double.isNaN(value) ? Format.NOTHING : number(line, value), left + width - 44, y);
    g.setFill(theme.color("-color-fg-muted"));
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText(line.meaning().unit(), left + width - 38, y);
  }
}
