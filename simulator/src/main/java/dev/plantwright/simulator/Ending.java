package dev.plantwright.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until the process shall end. While it is open, a signal to end lets the waiting go on and,
 * once this is closed, ends the process with exit code 0.
 */
final class Ending implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
  private static final long PATIENCE_S = 5;

  private final CountDownLatch wanted = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::signalled, "end");

  Ending() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void signalled() {
    wanted.countDown();
    try {
      if (!done.await(PATIENCE_S, TimeUnit.SECONDS)) {
        LOG.warn("Not everything was closed in time");
      }
    } catch (InterruptedException e) {
      LOG.debug("Interrupted while ending", e);
    }
    Runtime.getRuntime().halt(0);
  }

  /** Ends when a stream does: the other end of it is held by the parent process. */
  void when(InputStream stream) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              try {
                stream.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                LOG.debug("Standard input broke", e);
              }
              wanted.countDown();
            });
  }

  void await() {
    try {
      wanted.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("Already ending");
    }
  }
}
