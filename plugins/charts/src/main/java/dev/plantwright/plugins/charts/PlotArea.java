package dev.plantwright.plugins.charts;

/** Where in the picture the lines are: the axes stand outside of it. All in pixels. */
record PlotArea(double left, double top, double width, double height) {
  static final double AXIS = 48;
  private static final double TOP = 30;
  private static final double BOTTOM = 24;
  private static final double FLAGS = 56;

  static PlotArea of(double width, double height, ChartSpec spec) {
    long right = spec.axes().stream().filter(ChartSpec.Axis::right).count();
    long left = spec.axes().size() - right;
    double x = 12 + Math.max(1, left) * AXIS;
    double free = width - x - FLAGS - right * AXIS;
    return new PlotArea(
        x, TOP, Math.max(0, Math.floor(free)), Math.max(0, Math.floor(height - TOP - BOTTOM)));
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  boolean contains(double x) {
    return x >= left && x <= right();
  }

  double fraction(double x) {
    return width == 0 ? 0 : Math.clamp((x - left) / width, 0, 1);
  }

  double x(TimeScale time, long ms) {
    return left + time.fraction(ms) * width;
  }

  double y(Scale scale, double value) {
    return top + (1 - scale.fraction(value)) * height;
  }
}
