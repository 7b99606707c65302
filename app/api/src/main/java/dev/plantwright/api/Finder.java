package dev.plantwright.api;

import java.util.List;
import java.util.function.BiFunction;

/**
 * Finds things of a kind for Quick Access.
 *
 * @param kind shown at the right of a row, such as {@code topic}, {@code tag}, {@code rule}
 * @param find words as typed, lower case, to what matches, best first, at most 50; on the FX
 *     thread, within 5 ms
 */
public record Finder(String kind, String icon, BiFunction<String, Workbench, List<Found>> find) {
  /**
   * A thing found.
   *
   * @param title what is searched and shown
   * @param detail second fact, such as where it is or its live value
   * @param open what Enter does
   */
  public record Found(String title, String detail, Runnable open) {}
}
