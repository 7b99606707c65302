package dev.plantwright.api.testing;

import dev.plantwright.api.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Jobs on virtual threads, their ends on the FX thread. */
final class TestJobs implements Jobs {
  private final ObservableList<Job<?>> all = FXCollections.observableArrayList();

  @Override
  public <T> Job<T> start(String title, Body<T> body) {
    TestJob<T> job = new TestJob<>(title);
    job.thread = Thread.startVirtualThread(() -> job.run(body));
    return job;
  }

  @Override
  public <T> Job<T> quietly(String title, Body<T> body) {
    return start(title, body);
  }

  @Override
  public ObservableList<Job<?>> all() {
    return all;
  }

  private static final class TestJob<T> implements Job<T>, Progress {
    private final String title;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final List<Consumer<? super T>> consumers = new ArrayList<>();
    private final List<Consumer<? super Throwable>> handlers = new ArrayList<>();
    private Thread thread;
    private T result;
    private Throwable failure;

    TestJob(String title) {
      this.title = title;
    }

    void run(Body<T> body) {
      try {
        T value = body.run(this);
        Platform.runLater(() -> ended(State.DONE, value, null));
      } catch (Throwable e) {
        Platform.runLater(() -> ended(State.FAILED, null, e));
      }
    }

    private void ended(State end, T value, Throwable e) {
      result = value;
      failure = e;
      state.set(end);
      consumers.stream().filter(c -> end == State.DONE).forEach(c -> c.accept(value));
      handlers.stream().filter(h -> end == State.FAILED).forEach(h -> h.accept(e));
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
        consumer.accept(failure);
      } else {
        handlers.add(consumer);
      }
      return this;
    }

    @Override
    public void cancel() {
      thread.interrupt();
    }

    @Override
    public void say(String what) {
      Platform.runLater(() -> message.set(what));
    }

    @Override
    public void done(double fraction) {
      Platform.runLater(() -> progress.set(fraction));
    }

    @Override
    public boolean cancelled() {
      return thread.isInterrupted();
    }
  }
}
