package dev.plantwright.plugins.charts;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Draws lines into pixels: for each pixel column the span a line covers in it, painted with soft
 * edges. The cost follows the width, not the number of points. One owner, the FX thread.
 */
final class Raster {
  private int width;
  private int height;
  private int[] pixels = new int[0];
  private PixelBuffer<IntBuffer> buffer;
  private float[] low = new float[0];
  private float[] high = new float[0];
  private float lastX;
  private float lastY;
  private boolean down;

  /**
   * Makes the picture so large, in pixels, and clears it.
   *
   * @return true if {@link #image} is a new one
   */
  boolean begin(int newWidth, int newHeight) {
    boolean resized = newWidth != width || newHeight != height || buffer == null;
    if (resized) {
      width = newWidth;
      height = newHeight;
      pixels = new int[width * height];
      buffer =
          new PixelBuffer<>(
              width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
      low = new float[width];
      high = new float[width];
    } else {
      Arrays.fill(pixels, 0);
    }
    return resized;
  }

  Image image() {
    return new WritableImage(buffer);
  }

  /** Shows what was drawn since {@link #begin}. */
  void end() {
    buffer.updateBuffer(b -> new Rectangle2D(0, 0, width, height));
  }

  /** Starts a line. */
  void line() {
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    down = false;
  }

  /** Lifts the pen: the next point is not joined to the last one. */
  void gap() {
    down = false;
  }

  /** Goes to a point; y grows downwards. */
  void to(double x, double y) {
    float toX = (float) x;
    float toY = (float) y;
    if (down) {
      segment(lastX, lastY, toX, toY);
    } else {
      cover((int) Math.floor(toX), toY, toY);
    }
    lastX = toX;
    lastY = toY;
    down = true;
  }

  private void segment(float x0, float y0, float x1, float y1) {
    int from = Math.max(0, (int) Math.floor(x0));
    int to = Math.min(width - 1, (int) Math.floor(x1));
    float slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (int column = from; column <= to; column++) {
      float left = Math.max(x0, column);
      float right = Math.min(x1, column + 1f);
      boolean steep = x1 <= x0;
      float a = steep ? y0 : y0 + (left - x0) * slope;
      float b = steep ? y1 : y0 + (right - x0) * slope;
      cover(column, Math.min(a, b), Math.max(a, b));
    }
  }

  private void cover(int column, float from, float to) {
    if (column >= 0 && column < width) {
      low[column] = Math.min(low[column], from);
      high[column] = Math.max(high[column], to);
    }
  }

  /**
   * Paints the line.
   *
   * @param argb not premultiplied
   * @param thickness in pixels
   */
  void paint(int argb, float thickness) {
    for (int column = 0; column < width; column++) {
      if (low[column] <= high[column]) {
        span(column, low[column] - thickness / 2, high[column] + thickness / 2, argb);
      }
    }
  }

  private void span(int column, float top, float bottom, int argb) {
    int first = Math.max(0, (int) Math.floor(top));
    int last = Math.min(height - 1, (int) Math.floor(bottom));
    for (int row = first; row <= last; row++) {
      float coverage = Math.min(bottom, row + 1f) - Math.max(top, row);
      if (coverage > 0) {
        int at = row * width + column;
        pixels[at] = over(argb, Math.min(1, coverage), pixels[at]);
      }
    }
  }

  /** Source over destination, premultiplied result. */
  static int over(int argb, float coverage, int below) {
    int alpha = Math.round((argb >>> 24) * coverage);
    int rest = 255 - alpha;
    int a = alpha + (below >>> 24) * rest / 255;
    int r = (argb >> 16 & 255) * alpha / 255 + (below >> 16 & 255) * rest / 255;
    int g = (argb >> 8 & 255) * alpha / 255 + (below >> 8 & 255) * rest / 255;
    int b = (argb & 255) * alpha / 255 + (below & 255) * rest / 255;
    return a << 24 | r << 16 | g << 8 | b;
  }

  /** The pixel as it is now, premultiplied; for tests. */
  int pixel(int x, int y) {
    return pixels[y * width + x];
  }
}
