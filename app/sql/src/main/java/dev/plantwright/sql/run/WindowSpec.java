package dev.plantwright.sql.run;

import dev.plantwright.sql.ast.TimeUnit;
import dev.plantwright.sql.row.Evaluator;
import dev.plantwright.sql.row.Frame;
import dev.plantwright.sql.row.Row;
import dev.plantwright.sql.value.SqlError;
import dev.plantwright.sql.window.Alignment;
import dev.plantwright.sql.window.CountWindow;
import dev.plantwright.sql.window.HoppingWindow;
import dev.plantwright.sql.window.SlidingWindow;
import dev.plantwright.sql.window.TumblingWindow;
import dev.plantwright.sql.window.Window;
import dev.plantwright.sql.window.WindowReceiver;
import java.util.Optional;

/** A window of a plan; a new kind of window is a case here. */
public sealed interface WindowSpec {
  /** The window of one run. */
  Window open(Frame frame, WindowReceiver receiver);

  /** Lengths in units, at least 1. */
  record Tumbling(TimeUnit unit, long length) implements WindowSpec {
    @Override
    public Window open(Frame frame, WindowReceiver receiver) {
      long end = Alignment.firstEnd(frame.now(), frame.zone(), unit, length);
      return new TumblingWindow(frame.now(), end, length * unit.milliseconds(), receiver);
    }
  }

  record Hopping(TimeUnit unit, long length, long hop) implements WindowSpec {
    @Override
    public Window open(Frame frame, WindowReceiver receiver) {
      long end = Alignment.firstEnd(frame.now(), frame.zone(), unit, hop);
      long milliseconds = unit.milliseconds();
      return new HoppingWindow(
          frame.now(), end, length * milliseconds, hop * milliseconds, receiver);
    }
  }

  record Counting(long count, long interval) implements WindowSpec {
    @Override
    public Window open(Frame frame, WindowReceiver receiver) {
      return new CountWindow(frame.now(), count, interval, receiver);
    }
  }

  record Sliding(TimeUnit unit, long length, Optional<Evaluator> when) implements WindowSpec {
    @Override
    public Window open(Frame frame, WindowReceiver receiver) {
      long milliseconds = length * unit.milliseconds();
      return new SlidingWindow(milliseconds, row -> triggers(frame, row), receiver);
    }

    private boolean triggers(Frame frame, Row row) {
      try {
        return when.isEmpty() || Boolean.TRUE.equals(when.get().evaluate(frame.with(row)));
      } catch (SqlError e) {
        return false;
      }
    }
  }
}
