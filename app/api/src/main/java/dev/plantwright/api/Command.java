package dev.plantwright.api;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCombination;

/**
 * Something the user does: one record shown in menu, toolbar, palette, context menu and key sheet.
 *
 * @param id dotted and stable, such as {@code site.deploy}
 * @param title verb first, Title Case, such as {@code Deploy Changes}
 * @param icon name of an icon
 * @param keys default keys; the user may bind others
 * @param menus paths it is listed under, such as {@code Site} or {@code Window/Parts}
 * @param enabled function of what the user is looking at; fast, without side effects
 * @param action called on the FX thread; long work goes to {@link Workbench#jobs}
 */
public record Command(
    String id,
    String title,
    Optional<String> icon,
    Optional<KeyCombination> keys,
    List<String> menus,
    Predicate<Focus> enabled,
    BiConsumer<Focus, Workbench> action) {

  public static Command of(String id, String title, BiConsumer<Focus, Workbench> action) {
    return new Command(
        id, title, Optional.empty(), Optional.empty(), List.of(), focus -> true, action);
  }

  public Command icon(String name) {
    return new Command(id, title, Optional.of(name), keys, menus, enabled, action);
  }

  /** Keys such as {@code Ctrl+Shift+P}; {@code Ctrl} is the platform's command key. */
  public Command keys(String text) {
    KeyCombination parsed = KeyCombination.valueOf(text.replace("Ctrl", "Shortcut"));
    return new Command(id, title, icon, Optional.of(parsed), menus, enabled, action);
  }

  public Command menu(String... paths) {
    return new Command(id, title, icon, keys, List.of(paths), enabled, action);
  }

  public Command when(Predicate<Focus> condition) {
    return new Command(id, title, icon, keys, menus, condition, action);
  }
}
