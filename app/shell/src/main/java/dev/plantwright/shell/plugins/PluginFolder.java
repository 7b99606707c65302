package dev.plantwright.shell.plugins;

import dev.plantwright.api.WorkbenchPlugin;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.pf4j.DefaultPluginManager;
import org.pf4j.Plugin;
import org.pf4j.PluginWrapper;

/** Plugins that lie unpacked in a folder, each with its {@code plugin.properties}. */
public final class PluginFolder {
  /** What could be loaded, and what could not. */
  public record Result(List<LoadedPlugin> plugins, List<Failure> failures) {}

  /** A plugin that could not be loaded. */
  public record Failure(String name, Throwable cause) {}

  private PluginFolder() {}

  /**
   * Loads and starts every plugin of a folder; one that fails does not keep the others. Any thread.
   *
   * @param options plugins that name an option ({@code plugin.only-with}) which is not among these
   *     are left out
   */
  public static Result load(Path folder, Set<String> options) {
    List<LoadedPlugin> plugins = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    DefaultPluginManager manager = new DefaultPluginManager(folder);
    for (Path path : folders(folder, failures)) {
      try {
        if (wanted(path, options)) {
          plugins.add(start(manager, path));
        }
      } catch (Exception | LinkageError e) {
        failures.add(new Failure(path.getFileName().toString(), e));
      }
    }
    return new Result(plugins, failures);
  }

  private static List<Path> folders(Path folder, List<Failure> failures) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(p -> Files.exists(p.resolve("plugin.properties"))).sorted().toList();
    } catch (IOException e) {
      failures.add(new Failure(folder.toString(), e));
      return List.of();
    }
  }

  private static boolean wanted(Path path, Set<String> options) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path.resolve("plugin.properties"))) {
      properties.load(reader);
    }
    String option = properties.getProperty("plugin.only-with", "");
    return option.isEmpty() || options.contains(option);
  }

  private static LoadedPlugin start(DefaultPluginManager manager, Path path) {
    String id = manager.loadPlugin(path);
    manager.startPlugin(id);
    PluginWrapper wrapper = manager.getPlugin(id);
    Plugin plugin = wrapper.getPlugin();
    if (plugin == null) {
      throw new IllegalStateException(
          "its class " + wrapper.getDescriptor().getPluginClass() + " cannot be made",
          wrapper.getFailedException());
    }
    if (plugin instanceof WorkbenchPlugin contributions) {
      return new LoadedPlugin(id, contributions);
    }
    throw new IllegalStateException(
        "class " + plugin.getClass().getName() + " does not implement WorkbenchPlugin");
  }
}
