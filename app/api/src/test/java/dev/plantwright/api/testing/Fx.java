package dev.plantwright.api.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The FX thread for tests: starts the toolkit once per JVM, runs code on it, waits for it. */
public final class Fx {
  private static final CountDownLatch STARTED = new CountDownLatch(1);

  static {
    Platform.setImplicitExit(false);
    Platform.startup(STARTED::countDown);
  }

  private Fx() {}

  /** Runs {@code body} on the FX thread and returns what it returned or throws what it threw. */
  public static <T> T call(Callable<T> body) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Runnable task =
        () -> {
          try {
            result.complete(body.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        };
    if (Platform.isFxApplicationThread()) {
      task.run();
    } else {
      Platform.runLater(task);
    }
    try {
      STARTED.await(60, TimeUnit.SECONDS);
      return result.get(60, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void run(Runnable body) {
    call(
        () -> {
          body.run();
          return null;
        });
  }

  /** Writes what a scene shows as a PNG file, after two more frames; for people to look at. */
  public static void picture(javafx.scene.Scene scene, java.nio.file.Path file) {
    run(() -> scene.getRoot().applyCss());
    frames(2);
    javafx.scene.image.WritableImage image = call(() -> scene.snapshot(null));
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var copy =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      java.nio.file.Files.createDirectories(file.toAbsolutePath().getParent());
      javax.imageio.ImageIO.write(copy, "png", file.toFile());
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets the toolkit lay out and draw so many frames. */
  public static void frames(int count) {
    CountDownLatch left = new CountDownLatch(count);
    javafx.animation.AnimationTimer timer =
        new javafx.animation.AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    run(timer::start);
    try {
      left.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    run(timer::stop);
  }

  /** Waits up to 30 s until {@code condition}, judged on the FX thread, is true. */
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 30 s in vain for: " + what);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }
}
