package dev.plantwright.engine.main;

import dev.plantwright.engine.EngineOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An engine that is all a process does. */
public final class EngineProcess {
  private static final Logger LOG = LoggerFactory.getLogger(EngineProcess.class);
  private static final int CLOSE_SECONDS = 10;

  private EngineProcess() {}

  /**
   * Starts an engine, prints the ready line and returns when it has ended. SIGTERM and SIGINT close
   * the engine and end the process with status 0.
   *
   * @param exitWithParent ends too when the standard input reaches its end
   * @param out takes the ready line and nothing else
   * @return exit status, 0
   * @throws CannotStartException with one sentence for the user; the command ends with status 2
   */
  public static int run(EngineOptions options, boolean exitWithParent, PrintStream out)
      throws CannotStartException {
    CountDownLatch parentGone = new CountDownLatch(1);
    AtomicBoolean running = new AtomicBoolean();
    if (exitWithParent) {
      watchParent(parentGone, running);
    }
    Engine engine = Engine.start(options);
    running.set(true);
    // A signal and the end of the standard input may come at the same moment: closed once.
    FutureTask<Void> closing = new FutureTask<>(engine::close, null);
    Thread end = new Thread(() -> endProcess(closing), "engine-end");
    Runtime.getRuntime().addShutdownHook(end);
    out.println("ready " + engine.ready().json());
    out.flush();
    waitFor(parentGone);
    LOG.info("the parent has gone; the engine ends");
    closing.run();
    await(closing);
    remove(end);
    return 0;
  }

  /** The JVM would end with 143 after a signal; an engine that was stopped in order ends with 0. */
  private static void endProcess(FutureTask<Void> closing) {
    Thread.ofPlatform().daemon().start(closing);
    await(closing);
    Runtime.getRuntime().halt(0);
  }

  private static void await(FutureTask<Void> closing) {
    try {
      closing.get(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.error("the engine did not close in order", e);
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      LOG.debug("a signal ends the process already", e);
    }
  }

  private static void readToEnd(InputStream in) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      LOG.info("standard input is broken: {}", e.toString());
    }
  }

  /** A parent that goes while the engine is still starting takes it along as a crash would. */
  private static void watchParent(CountDownLatch gone, AtomicBoolean running) {
    Thread.ofPlatform()
        .daemon()
        .name("parent")
        .start(
            () -> {
              readToEnd(System.in);
              if (!running.get()) {
                Runtime.getRuntime().halt(0);
              }
              gone.countDown();
            });
  }

  private static void waitFor(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
