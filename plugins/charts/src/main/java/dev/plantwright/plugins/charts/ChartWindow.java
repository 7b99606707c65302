package dev.plantwright.plugins.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** The span of time a chart shows: follows the present, or stands where the user moved it. */
final class ChartWindow {
  private final Plot plot;
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private TimeScale time = new TimeScale(0, 300_000);
  private long paintedTo = Long.MIN_VALUE;
  private long paintedSpan;
  private double dragFrom = Double.NaN;
  private Runnable onChange = () -> {};
  private Runnable onPainted = () -> {};

  ChartWindow(Plot plot) {
    this.plot = plot;
    plot.setOnMousePressed(this::press);
    plot.setOnMouseDragged(this::drag);
    plot.setOnMouseReleased(e -> dragFrom = Double.NaN);
    plot.setOnScroll(this::scroll);
    plot.setOnKeyPressed(this::key);
  }

  void onChange(Runnable listener) {
    onChange = listener;
  }

  void onPainted(Runnable listener) {
    onPainted = listener;
  }

  TimeScale time() {
    return time;
  }

  BooleanProperty following() {
    return following;
  }

  /** Shows the last {@code spanMs} and follows the present. */
  void range(long spanMs, long nowMs) {
    time = new TimeScale(nowMs - spanMs, nowMs);
    following.set(true);
    onChange.run();
  }

  /** Moves on with the present, by whole pixels so that lines do not shimmer. */
  void follow(long nowMs) {
    if (following.get()) {
      long pixel = plot.width() < 1 ? 1 : Math.max(1, (long) (time.spanMs() / plot.width()));
      long to = Math.ceilDiv(nowMs, pixel) * pixel;
      time = new TimeScale(to - time.spanMs(), to);
    }
  }

  /** Whether the picture is older than one pixel of time. */
  boolean needsPaint() {
    return time.toMs() != paintedTo || time.spanMs() != paintedSpan;
  }

  void painted() {
    paintedTo = time.toMs();
    paintedSpan = time.spanMs();
    onPainted.run();
  }

  /** Below 1: closer. Keeps the present in place while following. */
  void zoom(double factor) {
    zoom(factor, following.get() ? 1 : 0.5);
  }

  private void zoom(double factor, double fixed) {
    time = time.zoomed(factor, fixed);
    onChange.run();
  }

  void move(double share) {
    following.set(false);
    time = time.moved(share);
    onChange.run();
  }

  private void press(MouseEvent event) {
    plot.requestFocus();
    dragFrom = event.getX();
  }

  private void drag(MouseEvent event) {
    if (!Double.isNaN(dragFrom) && plot.width() > 0) {
      move((dragFrom - event.getX()) / plot.width());
      dragFrom = event.getX();
    }
  }

  private void scroll(ScrollEvent event) {
    if (event.getDeltaY() != 0) {
      double fixed = following.get() ? 1 : plot.fractionAt(event.getX());
      zoom(event.getDeltaY() > 0 ? 0.8 : 1.25, fixed);
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    boolean taken = true;
    switch (event.getCode()) {
      case LEFT -> move(-0.1);
      case RIGHT -> move(0.1);
      case PAGE_UP -> move(-1);
      case PAGE_DOWN -> move(1);
      case PLUS, ADD, EQUALS -> zoom(0.8);
      case MINUS, SUBTRACT -> zoom(1.25);
      case END -> following.set(true);
      default -> taken = false;
    }
    if (taken) {
      event.consume();
    }
  }
}
