package dev.plantwright.api;

import java.util.List;

/**
 * Everything a plugin adds to the workbench. The plugin class (named in {@code plugin.properties})
 * extends PF4J's {@code Plugin} and implements this; each method is called once, on the FX thread,
 * before the first part of the plugin is shown. A call that throws becomes an error with the
 * plugin's name; the rest of the workbench lives on.
 *
 * <p>Help of a part is the resource {@code /help/<part id>.md} of the plugin.
 */
public interface WorkbenchPlugin {
  default List<PartType> parts() {
    return List.of();
  }

  default List<Command> commands() {
    return List.of();
  }

  default List<Perspective> perspectives() {
    return List.of();
  }

  default List<Setting<?>> settings() {
    return List.of();
  }

  default List<Inspector<?>> inspectors() {
    return List.of();
  }

  default List<FileKind> files() {
    return List.of();
  }

  /** What Quick Access finds besides commands, parts and files. */
  default List<Finder> finders() {
    return List.of();
  }

  /** Called once on the FX thread when the window has drawn its first frame. */
  default void started(Workbench workbench) {}

  /** Called once on the FX thread when the workbench ends. */
  default void stopped() {}
}
