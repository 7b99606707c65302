package dev.plantwright.api;

import java.util.List;

/**
 * What is open and how the window is doing.
 *
 * @param parts ids of the open parts, such as {@code namespace} or {@code rule:over_temp}
 * @param shown those of them that can be seen
 * @param perspective id of the one shown
 * @param longestPauseMs longest time in ms in which the FX thread did not answer, since this was
 *     asked last
 */
public record WorkbenchState(
    List<String> parts, List<String> shown, String perspective, long longestPauseMs) {
  public WorkbenchState {
    parts = List.copyOf(parts);
    shown = List.copyOf(shown);
  }
}
