package dev.plantwright.shell.frames;

import dev.plantwright.api.Frames;
import dev.plantwright.api.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The one clock of the screen. Sleeps while nothing changed; wakes for the painters that are due,
 * can be seen and have something new, spends at most 8 ms a frame on them and leaves the rest to
 * the next one.
 */
public final class FramePump implements Frames, AutoCloseable {
  private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(8);
  private static final long NEXT_FRAME = TimeUnit.MILLISECONDS.toNanos(16);

  private final List<Painter> painters = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("frames").factory());
  private final AtomicBoolean awake = new AtomicBoolean();
  private final LongSupplier nanos;
  private final BiConsumer<Node, Throwable> failed;
  private volatile boolean changed;
  private int next;

  /**
   * @param nanos the time, as {@link System#nanoTime}
   * @param failed told of a painter that threw; it is not called again
   */
  public FramePump(LongSupplier nanos, BiConsumer<Node, Throwable> failed) {
    this.nanos = nanos;
    this.failed = failed;
    clock.scheduleAtFixedRate(this::changed, 1, 1, TimeUnit.SECONDS);
  }

  private static final class Painter {
    private final Node node;
    private final long interval;
    private final Runnable paint;
    private long last = Long.MIN_VALUE / 2;
    private boolean due = true;

    private Painter(Node node, int hz, Runnable paint) {
      this.node = node;
      this.interval = TimeUnit.SECONDS.toNanos(1) / Math.clamp(hz, 1, 30);
      this.paint = paint;
    }
  }

  @Override
  public void paint(Scope scope, Node node, int hz, Runnable painter) {
    Painter added = new Painter(node, hz, painter);
    painters.add(added);
    scope.own(() -> painters.remove(added));
    scope.listen(node.sceneProperty(), scene -> changed());
  }

  @Override
  public void changed() {
    changed = true;
    wake(0);
  }

  private void wake(long delay) {
    if (awake.compareAndSet(false, true)) {
      schedule(delay);
    }
  }

  private void schedule(long delay) {
    try {
      clock.schedule(() -> Platform.runLater(this::frame), delay, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // Closed: nothing is painted any more.
      awake.set(false);
    }
  }

  private void frame() {
    if (changed) {
      changed = false;
      painters.forEach(p -> p.due = true);
    }
    long wait = paintDue(nanos.getAsLong());
    if (wait >= 0) {
      schedule(wait);
    } else {
      awake.set(false);
      if (changed) {
        wake(0);
      }
    }
  }

  /** Nanoseconds until the next painter is due; negative: none waits. */
  private long paintDue(long start) {
    long wait = -1;
    List<Painter> round = List.copyOf(painters);
    for (int i = 0; i < round.size(); i++) {
      Painter painter = round.get((next + i) % round.size());
      if (!painter.due || !canBeSeen(painter.node)) {
        continue;
      }
      long rest = painter.interval - (start - painter.last);
      if (rest > 0) {
        wait = wait < 0 ? rest : Math.min(wait, rest);
      } else if (nanos.getAsLong() - start > BUDGET) {
        next = (next + i) % round.size();
        return NEXT_FRAME;
      } else {
        run(painter, start);
      }
    }
    next = 0;
    return wait;
  }

  private void run(Painter painter, long now) {
    painter.due = false;
    painter.last = now;
    try {
      painter.paint.run();
    } catch (RuntimeException | LinkageError e) {
      painters.remove(painter);
      failed.accept(painter.node, e);
    }
  }

  /** Whether a node is in a window that shows, with nothing hidden or folded above it. */
  static boolean canBeSeen(Node node) {
    if (node.getScene() == null) {
      return false;
    }
    Window window = node.getScene().getWindow();
    if (window == null || !window.isShowing() || (window instanceof Stage s && s.isIconified())) {
      return false;
    }
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible() || (n instanceof Region r && n != node && r.getHeight() < 1)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
