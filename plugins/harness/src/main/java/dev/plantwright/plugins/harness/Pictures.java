package dev.plantwright.plugins.harness;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** Pictures of the window with everything that lies over it. */
final class Pictures {
  private record Layer(Point2D at, int width, int height, int[] pixels) {}

  private Pictures() {}

  /** A PNG of the main window and all popups, or of the piece where a node is. */
  static byte[] png(Optional<String> id) {
    FxThread.frames(2);
    List<Layer> layers = FxThread.call(Pictures::layers);
    BufferedImage image = compose(layers);
    if (id.isPresent()) {
      image = crop(image, FxThread.call(() -> Nodes.bounds(Nodes.get(id.get()))), id.get());
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    for (Window window : Nodes.windows()) {
      layers.add(layer(window.getScene(), window instanceof Stage));
    }
    return layers;
  }

  private static Layer layer(Scene scene, boolean opaque) {
    WritableImage image;
    if (opaque) {
      image = scene.snapshot(null);
    } else {
      SnapshotParameters clear = new SnapshotParameters();
      clear.setFill(Color.TRANSPARENT);
      clear.setViewport(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
      image = scene.getRoot().snapshot(clear, null);
    }
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return new Layer(Nodes.origin(scene), width, height, pixels);
  }

  private static BufferedImage compose(List<Layer> layers) {
    Layer main = layers.getFirst();
    BufferedImage all = new BufferedImage(main.width(), main.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = all.createGraphics();
    for (Layer layer : layers) {
      BufferedImage one =
          new BufferedImage(layer.width(), layer.height(), BufferedImage.TYPE_INT_ARGB);
      one.setRGB(0, 0, layer.width(), layer.height(), layer.pixels(), 0, layer.width());
      graphics.drawImage(one, (int) layer.at().getX(), (int) layer.at().getY(), null);
    }
    graphics.dispose();
    return all;
  }

  private static BufferedImage crop(BufferedImage image, Rectangle2D bounds, String id) {
    int x = Math.clamp((int) bounds.getMinX(), 0, image.getWidth());
    int y = Math.clamp((int) bounds.getMinY(), 0, image.getHeight());
    int right = Math.clamp((int) Math.ceil(bounds.getMaxX()), x, image.getWidth());
    int bottom = Math.clamp((int) Math.ceil(bounds.getMaxY()), y, image.getHeight());
    if (right == x || bottom == y) {
      throw new Refused(409, id + " cannot be seen");
    }
    return image.getSubimage(x, y, right - x, bottom - y);
  }
}
