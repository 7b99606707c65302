package dev.plantwright.shell;

import dev.plantwright.api.Notice;
import dev.plantwright.shell.errors.ErrorLog;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The wall around plugins: what they throw goes to the error log, with one notice, and no further.
 */
final class Guard {
  private final ErrorLog errors;
  private final Consumer<Notice> tell;
  private final Runnable openLog;

  Guard(ErrorLog errors, Consumer<Notice> tell, Runnable openLog) {
    this.errors = errors;
    this.tell = tell;
    this.openLog = openLog;
  }

  /** Calls a plugin; gives {@code fallback} if it throws. */
  <T> T call(String origin, String what, Supplier<T> body, T fallback) {
    try {
      return body.get();
    } catch (RuntimeException | LinkageError e) {
      report(origin, what, e);
      return fallback;
    }
  }

  void run(String origin, String what, Runnable body) {
    call(
        origin,
        what,
        () -> {
          body.run();
          return true;
        },
        false);
  }

  /** Notes a bug; a notice tells of it the first time only. */
  void report(String origin, String what, Throwable thrown) {
    if (errors.add(origin, what, thrown).count() == 1) {
      tell.accept(
          Notice.error(
              "Error in " + origin,
              what + ": " + thrown,
              new Notice.Action("Open error log", openLog)));
    }
  }
}
