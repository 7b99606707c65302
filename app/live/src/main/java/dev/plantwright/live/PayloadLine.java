package dev.plantwright.live;

/**
 * One line of a JSON payload shown as a tree.
 *
 * @param depth 0 for the members of the payload itself
 * @param path names from the payload down, divided by dots
 * @param name of the member, {@code [0]} of an element
 * @param kind what the value is
 * @param text the value as JSON writes it; of an object {@code {2}}, of a list {@code [2]}: how
 *     many it holds
 */
public record PayloadLine(int depth, String path, String name, Kind kind, String text) {
  /** What a value is. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    WORD
  }
}
