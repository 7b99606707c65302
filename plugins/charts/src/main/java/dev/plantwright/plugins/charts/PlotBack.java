package dev.plantwright.plugins.charts;

import dev.plantwright.api.theme.Theme;
import dev.plantwright.live.Format;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What lies behind the lines: grid, spans without data, limit bands. */
final class PlotBack {
  private final GraphicsContext g;
  private final PlotArea area;
  private final Theme theme;

  PlotBack(GraphicsContext g, PlotArea area, Theme theme) {
    this.g = g;
    this.area = area;
    this.theme = theme;
  }

  void clear(double width, double height) {
    g.clearRect(0, 0, width, height);
    g.setFont(Font.font("Inter Tabular", 11));
    g.setTextBaseline(VPos.CENTER);
  }

  void grid(TimeScale time, Scale scale) {
    g.setLineWidth(1);
    g.setStroke(theme.color("-color-border-subtle"));
    for (TimeScale.Mark mark : time.marks((int) (area.width() / 110), ZoneId.systemDefault())) {
      double x = Math.floor(area.x(time, mark.ms())) + 0.5;
      g.strokeLine(x, area.top(), x, area.bottom());
    }
    if (scale != null) {
      for (double value : scale.marks()) {
        double y = Math.floor(area.y(scale, value)) + 0.5;
        g.strokeLine(area.left(), y, area.right(), y);
      }
    }
    g.setStroke(theme.color("-color-border-default"));
    g.strokeRect(area.left() - 0.5, area.top() + 0.5, area.width() + 1, area.height());
  }

  /** Shades where lines that are shown have no data, and says which. */
  void silence(TimeScale time, List<Line> lines) {
    for (Silence silence : Silence.of(lines)) {
      shade(time, silence);
    }
  }

  private void shade(TimeScale time, Silence silence) {
    double left = Math.max(area.left(), area.x(time, silence.fromMs()));
    double right = Math.min(area.right(), area.x(time, silence.toMs()));
    if (right - left < 2) {
      return;
    }
    g.setFill(theme.color("-color-neutral-subtle"));
    g.fillRect(left, area.top(), right - left, area.height());
    String words = silence.words();
    g.setFill(theme.color("-color-fg-subtle"));
    g.setTextAlign(TextAlignment.CENTER);
    boolean wide = right - left > 6.2 * words.length();
    if (wide || right - left > 48) {
      g.fillText(wide ? words : "no data", (left + right) / 2, area.bottom() - 10);
    }
  }

  void limits(List<ChartSpec.Limit> limits, Map<String, Scale> scales) {
    for (ChartSpec.Limit limit : limits) {
      Scale scale = scales.get(limit.axis());
      if (scale != null && limit.value() > scale.from() && limit.value() < scale.to()) {
        band(limit, area.y(scale, limit.value()));
      }
    }
  }

  private void band(ChartSpec.Limit limit, double y) {
    double top = limit.high() ? area.top() : y;
    double bottom = limit.high() ? y : area.bottom();
    g.setFill(theme.color("-color-danger-subtle"));
    g.fillRect(area.left(), top, area.width(), bottom - top);
    g.setStroke(theme.color("-color-danger-emphasis"));
    g.setLineDashes(5, 3);
    double line = Math.floor(y) + 0.5;
    g.strokeLine(area.left(), line, area.right(), line);
    g.setLineDashes();
    g.setFill(theme.color("-color-danger-fg"));
    g.setTextAlign(TextAlignment.LEFT);
    String words = limit.title() + " " + Format.number(limit.value(), OptionalInt.of(1));
    if (bottom - top > 16) {
      g.fillText(words, area.left() + 6, limit.high() ? area.top() + 10 : area.bottom() - 10);
    }
  }
}
