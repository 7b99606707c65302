package dev.plantwright.launcher.headless;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While it is open, a signal to end (Ctrl+C, SIGTERM) does what is to be done and ends the process
 * with 0: being told to end is no failure.
 */
final class OnSignal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OnSignal.class);

  private final Thread hook;

  OnSignal(Runnable ending) {
    this.hook =
        new Thread(
            () -> {
              ending.run();
              Runtime.getRuntime().halt(0);
            },
            "end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("The process is ending already");
    }
  }
}
