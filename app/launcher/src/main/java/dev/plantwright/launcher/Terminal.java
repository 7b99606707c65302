package dev.plantwright.launcher;

import java.io.PrintStream;

/**
 * Where a command speaks to people and scripts.
 *
 * @param out standard output
 * @param err standard error: one sentence when a command could not do its work, else nothing
 * @param interactive true when somebody looks at a terminal that understands escape sequences
 */
record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  static Terminal standard() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new Terminal(System.out, System.err, terminal && !dumb);
  }
}
