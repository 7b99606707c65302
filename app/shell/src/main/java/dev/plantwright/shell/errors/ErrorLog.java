package dev.plantwright.shell.errors;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bugs, newest first: what happened in which plugin, how often, with its stack. FX thread. */
public final class ErrorLog {
  /**
   * A bug.
   *
   * @param origin plugin or part of the workbench
   * @param what was going on, one sentence
   * @param count how often the same was thrown at the same place
   */
  public record Entry(Instant at, String origin, String what, String stack, int count) {
    /** Text for a bug report. */
    public String report() {
      return "%s %s: %s (%d times)%n%s".formatted(at, origin, what, count, stack);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(ErrorLog.class);
  private static final int KEPT = 200;

  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final InstantSource clock;

  public ErrorLog(InstantSource clock) {
    this.clock = clock;
  }

  public ObservableList<Entry> entries() {
    return entries;
  }

  /** Notes what was thrown; the same stack again raises its count. */
  public Entry add(String origin, String what, Throwable thrown) {
    LOG.error("{}: {}", origin, what, thrown);
    String stack = stack(thrown);
    int count = 1;
    for (Entry former : entries) {
      if (former.origin().equals(origin) && sameBug(former.stack(), stack)) {
        count = former.count() + 1;
        entries.remove(former);
        break;
      }
    }
    Entry entry = new Entry(clock.instant(), origin, what, stack, count);
    entries.addFirst(entry);
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
    return entry;
  }

  /** Thrown by the same line with the same words, whoever called it. */
  private static boolean sameBug(String one, String other) {
    return one.lines().limit(2).toList().equals(other.lines().limit(2).toList());
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
