package dev.plantwright.shell.jobs;

import dev.plantwright.api.Jobs.Body;
import dev.plantwright.api.Jobs.Job;
import dev.plantwright.api.Jobs.Progress;
import dev.plantwright.api.Jobs.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One job; its fields belong to the FX thread, {@link Told} to the thread of the body. */
final class RunningJob<T> implements Job<T> {
  private final String title;
  private final Consumer<Throwable> unhandled;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private final List<Consumer<? super T>> consumers = new ArrayList<>();
  private Optional<Consumer<? super Throwable>> failed = Optional.empty();
  private T result;
  private Throwable cause;
  private Future<?> running;

  RunningJob(String title, Consumer<Throwable> unhandled) {
    this.title = title;
    this.unhandled = unhandled;
  }

  void run(ExecutorService threads, Body<T> body) {
    Told told = new Told();
    running =
        threads.submit(
            () -> {
              try {
                T value = body.run(told);
                Platform.runLater(() -> done(value));
              } catch (Throwable e) {
                Platform.runLater(() -> fail(e));
              }
            });
  }

  private void done(T value) {
    if (state.get() == State.RUNNING) {
      result = value;
      state.set(State.DONE);
      List.copyOf(consumers).forEach(c -> c.accept(value));
    }
  }

  private void fail(Throwable thrown) {
    if (state.get() == State.RUNNING) {
      cause = thrown;
      message.set(Optional.ofNullable(thrown.getMessage()).orElse(thrown.toString()));
      state.set(State.FAILED);
      failed.<Consumer<? super Throwable>>map(f -> f).orElse(unhandled).accept(thrown);
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  @Override
  public Job<T> then(Consumer<? super T> consumer) {
    if (state.get() == State.DONE) {
      consumer.accept(result);
    } else {
      consumers.add(consumer);
    }
    return this;
  }

  @Override
  public Job<T> failed(Consumer<? super Throwable> consumer) {
    if (state.get() == State.FAILED) {
      consumer.accept(cause);
    } else {
      failed = Optional.of(consumer);
    }
    return this;
  }

  @Override
  public void cancel() {
    if (state.get() == State.RUNNING) {
      state.set(State.CANCELLED);
      running.cancel(true);
    }
  }

  /** What the body said last; a body that says much is shown once a pulse. */
  private final class Told implements Progress {
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile String said = "";
    private volatile double fraction = -1;

    @Override
    public void say(String what) {
      said = what;
      schedule();
    }

    @Override
    public void done(double done) {
      fraction = done;
      schedule();
    }

    @Override
    public boolean cancelled() {
      return Thread.currentThread().isInterrupted();
    }

    private void schedule() {
      if (scheduled.compareAndSet(false, true)) {
        Platform.runLater(this::show);
      }
    }

    private void show() {
      scheduled.set(false);
      if (state.get() == State.RUNNING) {
        message.set(said);
        progress.set(fraction);
      }
    }
  }
}
