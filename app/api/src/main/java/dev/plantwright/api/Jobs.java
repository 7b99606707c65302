package dev.plantwright.api;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;

/** Work off the FX thread: snapshots in, a value back. */
public interface Jobs {
  /** Starts at once on a virtual thread. A failure nobody handles becomes a notice with Retry. */
  <T> Job<T> start(String title, Body<T> body);

  /**
   * As {@link #start}, but not shown in Progress: for short reads that a part repeats. Its failure
   * goes to {@link Job#failed} or to the error log.
   */
  <T> Job<T> quietly(String title, Body<T> body);

  /** Running jobs and the last ended ones, newest first. */
  ObservableList<Job<?>> all();

  /** The work itself; may block; is interrupted when cancelled. */
  @FunctionalInterface
  interface Body<T> {
    T run(Progress progress) throws Exception;
  }

  /** How a body tells where it is; from its own thread. */
  interface Progress {
    void say(String what);

    /** 0 to 1; negative: unknown. */
    void done(double fraction);

    boolean cancelled();
  }

  /** States of a job. */
  enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** Lives on the FX thread. */
  interface Job<T> {
    String title();

    ReadOnlyObjectProperty<State> state();

    ReadOnlyStringProperty message();

    ReadOnlyDoubleProperty progress();

    /** Called on the FX thread with the result, at once if it is there. */
    Job<T> then(Consumer<? super T> consumer);

    /** Called on the FX thread instead of the notice. */
    Job<T> failed(Consumer<? super Throwable> consumer);

    void cancel();
  }
}
