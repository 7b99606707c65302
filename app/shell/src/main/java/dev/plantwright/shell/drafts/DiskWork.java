package dev.plantwright.shell.drafts;

import dev.plantwright.shell.jobs.JobRunner;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Work on the disk, one after the other, in the order in which it was asked for. FX thread. */
final class DiskWork {
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /** Runs {@code body}; both consumers are called on the FX thread. */
  <T> void run(Callable<T> body, Consumer<T> then, Consumer<Throwable> failed) {
    last =
        last.handleAsync((done, e) -> call(body), DiskWork::start)
            .whenComplete(
                (value, e) ->
                    JobRunner.onFx(
                        () -> {
                          if (e == null) {
                            then.accept(value);
                          } else {
                            failed.accept(e.getCause() == null ? e : e.getCause());
                          }
                        }));
  }

  private static void start(Runnable body) {
    Thread.ofVirtual().name("drafts").start(body);
  }

  private static <T> T call(Callable<T> body) {
    try {
      return body.call();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** Done when all work asked for until now is. */
  CompletableFuture<?> rest() {
    return last;
  }
}
