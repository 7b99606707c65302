package dev.plantwright.sql.window;

import dev.plantwright.sql.row.Row;
import java.util.OptionalLong;

/** Decides which rows belong together and when they are given on. One thread. */
public interface Window {
  /** A row, at its own time; time was advanced to it before. */
  void add(Row row);

  /** Moves time on; everything due at or before it is given to the receiver, in order. */
  void advanceTo(long time);

  /** When time next matters; empty: only rows matter. */
  OptionalLong nextWake();

  /** Rows held, for a measure of memory. */
  int size();
}
