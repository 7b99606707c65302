package dev.plantwright.plugins.simulation;

import dev.plantwright.api.Jobs;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Asks the simulator twice a second while a node can be seen, never two questions at once. Lives on
 * the FX thread.
 *
 * @param <T> what is answered
 */
final class Poll<T> {
  private static final int HZ = 2;
  private static final long LEAST_MS = 400;

  private final PartContext context;
  private final Workbench workbench;
  private final Supplier<Function<SimulatorClient, T>> question;
  private final Consumer<T> answered;
  private final Consumer<Throwable> failed;
  private boolean asking;
  private long nextMs;

  /**
   * @param question made on the FX thread, asked off it; may block
   */
  Poll(
      PartContext context,
      Supplier<Function<SimulatorClient, T>> question,
      Consumer<T> answered,
      Consumer<Throwable> failed) {
    this.context = context;
    this.workbench = context.workbench();
    this.question = question;
    this.answered = answered;
    this.failed = failed;
  }

  /** Begins, and goes on while the node can be seen. */
  void start(Node node, Runnable painter) {
    workbench
        .frames()
        .paint(
            context.scope(),
            node,
            HZ,
            () -> {
              painter.run();
              tick();
            });
  }

  /** Asks at once, or as soon as the present question is answered. */
  void soon() {
    nextMs = 0;
    tick();
  }

  private void tick() {
    long now = workbench.live().nowMs();
    var doors = workbench.site().doors().getValue();
    if (asking || now < nextMs || doors.flatMap(d -> d.site().simulator()).isEmpty()) {
      return;
    }
    asking = true;
    nextMs = now + LEAST_MS;
    Function<SimulatorClient, T> next = question.get();
    Jobs.Body<T> body = progress -> next.apply(doors.get().simulator());
    workbench
        .jobs()
        .quietly("Ask the simulator", body)
        .then(answer -> ended(answered, answer))
        .failed(e -> ended(failed, e));
  }

  private <A> void ended(Consumer<A> consumer, A result) {
    asking = false;
    if (!context.scope().isClosed()) {
      consumer.accept(result);
      workbench.frames().changed();
    }
  }
}
