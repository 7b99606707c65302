package dev.plantwright.launcher.headless;

import java.io.PrintStream;
import java.util.List;

/**
 * Shows a table that is drawn again and again: in place on a terminal, one block after the other
 * elsewhere. What is said in between stays above the table. Confined to one thread.
 */
final class Screen {
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private final boolean inPlace;
  private int drawn;

  Screen(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  boolean inPlace() {
    return inPlace;
  }

  void show(List<String> table) {
    wipe();
    for (String line : table) {
      out.println(inPlace ? CLEAR_LINE + line : line);
    }
    if (!inPlace) {
      out.println();
    }
    out.flush();
    drawn = table.size();
  }

  void say(String line) {
    wipe();
    out.println(line);
    out.flush();
  }

  private void wipe() {
    if (inPlace && drawn > 0) {
      out.printf(UP, drawn);
      out.print(CLEAR_BELOW);
    }
    drawn = 0;
  }
}
