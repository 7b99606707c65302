package dev.plantwright.shell.settings;

import dev.plantwright.api.Setting;
import java.util.Optional;

/** Values of settings as the user types them. */
final class SettingText {
  private SettingText() {}

  /** The value a text stands for, or nothing. */
  static <T> Optional<T> parse(Setting<T> setting, String text) {
    try {
      Object value =
          switch (setting.initial()) {
            case Integer i -> Integer.valueOf(text.strip());
            case Double d -> Double.valueOf(text.strip());
            default -> text;
          };
      return Optional.of(value)
          .filter(v -> !(v instanceof Double d) || Double.isFinite(d))
          .map(v -> cast(setting, v));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // the class of the initial value
  private static <T> T cast(Setting<T> setting, Object value) {
    return ((Class<T>) setting.initial().getClass()).cast(value);
  }

  /** A switch as a value. */
  static <T> Optional<T> parseTruth(Setting<T> setting, Boolean on) {
    return setting.initial() instanceof Boolean ? Optional.of(cast(setting, on)) : Optional.empty();
  }

  /** What is wrong with a text that {@link #parse} does not take. */
  static String mistake(Setting<?> setting) {
    return setting.initial() instanceof Integer ? "not a whole number" : "not a number";
  }
}
