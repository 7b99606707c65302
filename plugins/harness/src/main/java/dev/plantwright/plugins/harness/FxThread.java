package dev.plantwright.plugins.harness;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The way from a request to the FX thread and back. */
final class FxThread {
  private static final int SECONDS = 15;

  private FxThread() {}

  /** Runs {@code body} on the FX thread and waits for it. */
  static <T> T call(Callable<T> body) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(body.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return await(result);
  }

  static void run(Runnable body) {
    call(
        () -> {
          body.run();
          return true;
        });
  }

  /** Waits until so many frames were laid out. */
  static void frames(int count) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    Platform.runLater(
        () ->
            new AnimationTimer() {
              private int left = count;

              @Override
              public void handle(long now) {
                if (left-- <= 0) {
                  stop();
                  done.complete(true);
                }
              }
            }.start());
    await(done);
  }

  private static <T> T await(CompletableFuture<T> result) {
    try {
      return result.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new Refused(500, e.getCause().toString());
    } catch (TimeoutException e) {
      throw new Refused(503, "the window did not answer for " + SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "the workbench ends");
    }
  }
}
