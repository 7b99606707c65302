package dev.plantwright.shell.jobs;

import dev.plantwright.api.Jobs;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs jobs on virtual threads and brings their results to the FX thread. */
public final class JobRunner implements Jobs, AutoCloseable {
  /** A job that failed with nobody to handle it. */
  public record Failure(String title, Throwable cause, boolean quiet, Runnable retry) {}

  private static final int KEPT = 50;

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-", 0).factory());
  private final ObservableList<Job<?>> all = FXCollections.observableArrayList();
  private final Consumer<Failure> failures;

  /**
   * @param failures told on the FX thread
   */
  public JobRunner(Consumer<Failure> failures) {
    this.failures = failures;
  }

  @Override
  public <T> Job<T> start(String title, Body<T> body) {
    RunningJob<T> job = new RunningJob<>(title, failure(title, body, false));
    all.addFirst(job);
    trim();
    job.run(threads, body);
    return job;
  }

  @Override
  public <T> Job<T> quietly(String title, Body<T> body) {
    RunningJob<T> job = new RunningJob<>(title, failure(title, body, true));
    job.run(threads, body);
    return job;
  }

  private <T> Consumer<Throwable> failure(String title, Body<T> body, boolean quiet) {
    return cause -> failures.accept(new Failure(title, cause, quiet, () -> start(title, body)));
  }

  private void trim() {
    for (int i = all.size() - 1; i >= 0 && all.size() > KEPT; i--) {
      if (all.get(i).state().get() != State.RUNNING) {
        all.remove(i);
      }
    }
  }

  @Override
  public ObservableList<Job<?>> all() {
    return all;
  }

  /**
   * Runs {@code body} on the FX thread: for what arrives from threads that are not jobs, such as
   * uncaught exceptions and child processes.
   */
  public static void onFx(Runnable body) {
    if (Platform.isFxApplicationThread()) {
      body.run();
    } else {
      Platform.runLater(body);
    }
  }

  /** Interrupts what still runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
