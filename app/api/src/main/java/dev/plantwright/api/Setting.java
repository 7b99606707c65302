package dev.plantwright.api;

import java.util.List;

/**
 * Declared once: gives its line on the settings page, its search words and its entry in {@code
 * settings.json}.
 *
 * @param id dotted, such as {@code namespace.highlight}
 * @param group heading on the page
 * @param initial value until the user chooses another; Boolean, Integer, Double or String
 * @param choices the values allowed, empty = any
 */
public record Setting<T>(
    String id, String group, String title, String help, T initial, List<T> choices) {
  public static <T> Setting<T> of(String id, String group, String title, String help, T initial) {
    return new Setting<>(id, group, title, help, initial, List.of());
  }
}
