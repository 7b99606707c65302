package dev.plantwright.api.controls;

import dev.plantwright.api.theme.Theme;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A small line of the last values, drawn by hand so that a table of them stays cheap. */
public final class Sparkline extends Region {
  private final Canvas canvas = new Canvas();
  private final String token;
  private double[] values = new double[0];
  private int count;
  private boolean stale;

  public Sparkline() {
    this("-color-fg-muted");
  }

  /**
   * @param token colour of the line
   */
  public Sparkline(String token) {
    this.token = token;
    getChildren().add(canvas);
    setMinSize(0, 0);
    setPrefSize(128, 20);
    sceneProperty().addListener(o -> requestLayout());
  }

  /**
   * Shows the first {@code count} of {@code values}, oldest first, spread over the width; NaN is a
   * gap. The array is copied.
   *
   * @param stale the last value is old: the line ends dashed
   */
  public void show(double[] newest, int count, boolean stale) {
    if (values.length < count) {
      values = new double[count];
    }
    System.arraycopy(newest, 0, values, 0, count);
    this.count = count;
    this.stale = stale;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  private void draw() {
    GraphicsContext g = canvas.getGraphicsContext2D();
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    g.clearRect(0, 0, width, height);
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      if (!Double.isNaN(values[i])) {
        least = Math.min(least, values[i]);
        greatest = Math.max(greatest, values[i]);
      }
    }
    if (least > greatest || width < 8) {
      return;
    }
    double range = greatest > least ? greatest - least : 1;
    double floor = greatest > least ? least : least - 0.5;
    Color color = Theme.of(this).color(token);
    g.setStroke(stale ? color.deriveColor(0, 1, 1, 0.6) : color);
    g.setFill(color);
    g.setLineWidth(1.2);
    line(g, width - 5, height - 6, floor, range);
  }

  private void line(GraphicsContext g, double width, double height, double floor, double range) {
    double step = count > 1 ? width / (count - 1) : 0;
    boolean down = false;
    double x = 0;
    double y = 0;
    g.beginPath();
    for (int i = 0; i < count; i++) {
      if (Double.isNaN(values[i])) {
        down = false;
        continue;
      }
      x = i * step + 1;
      y = 3 + height * (1 - (values[i] - floor) / range);
      if (down) {
        g.lineTo(x, y);
      } else {
        g.moveTo(x, y);
      }
      down = true;
    }
    g.stroke();
    if (!stale) {
      g.fillOval(x - 1.5, y - 1.5, 3.5, 3.5);
    }
  }
}
