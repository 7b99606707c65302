package dev.plantwright.sql.window;

import dev.plantwright.sql.function.CallContext.WindowRange;
import dev.plantwright.sql.row.Gathering;

/** Takes what windows give; makes what they collect in. */
public interface WindowReceiver {
  Gathering begin();

  void fired(Gathering gathering, WindowRange range);
}
