package dev.plantwright.shell.plugins;

import dev.plantwright.api.FileKind;
import dev.plantwright.api.Finder;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Perspective;
import dev.plantwright.api.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What plugins added besides commands. FX thread. */
public final class Contributions {
  /** A contribution with the plugin that brought it. */
  private record Owned<T>(String origin, T thing) {}

  private final Map<String, Owned<PartType>> parts = new LinkedHashMap<>();
  private final List<Perspective> perspectives = new ArrayList<>();
  private final List<FileKind> files = new ArrayList<>();
  private final List<Owned<Finder>> finders = new ArrayList<>();
  private final List<Setting<?>> settings = new ArrayList<>();

  /** False: another part has this id. */
  public boolean part(String origin, PartType type) {
    return parts.putIfAbsent(type.id(), new Owned<>(origin, type)) == null;
  }

  public void perspective(Perspective perspective) {
    perspectives.add(perspective);
    perspectives.sort(Comparator.comparingInt(Perspective::order));
  }

  public void file(FileKind kind) {
    files.add(kind);
  }

  public void finder(String origin, Finder finder) {
    finders.add(new Owned<>(origin, finder));
  }

  public void setting(Setting<?> setting) {
    settings.add(setting);
  }

  public List<PartType> parts() {
    return parts.values().stream().map(Owned::thing).toList();
  }

  public Optional<PartType> part(String id) {
    return Optional.ofNullable(parts.get(id)).map(Owned::thing);
  }

  /** The plugin that brought a part. */
  public String originOfPart(String type) {
    return Optional.ofNullable(parts.get(type)).map(Owned::origin).orElse("workbench");
  }

  public List<Perspective> perspectives() {
    return List.copyOf(perspectives);
  }

  public List<FileKind> files() {
    return List.copyOf(files);
  }

  public List<Setting<?>> settings() {
    return List.copyOf(settings);
  }

  /** Finders with the plugin that brought each. */
  public Map<Finder, String> finders() {
    Map<Finder, String> all = new LinkedHashMap<>();
    finders.forEach(f -> all.put(f.thing(), f.origin()));
    return all;
  }

  public Optional<FileKind> kindOf(String file) {
    return files.stream().filter(k -> k.matches(file)).findFirst();
  }

  /**
   * Id of the part that shows a thing: for a file its type and the name inside its path, so {@code
   * gateways/filler/tags.csv} in {@code tags} is {@code tags:filler}.
   */
  public String partId(String type, String argument) {
    return type
        + ":"
        + kinds(type).flatMap(k -> name(k.glob(), argument).stream()).findFirst().orElse(argument);
  }

  /** The thing a part id speaks of: the file of that name, if its type opens files. */
  public Optional<String> argument(String id) {
    int colon = id.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String name = id.substring(colon + 1);
    boolean path = name.contains("/") || name.contains(".");
    return kinds(id.substring(0, colon))
        .filter(k -> !path && k.glob().chars().filter(c -> c == '*').count() == 1)
        .map(k -> k.glob().replace("*", name))
        .findFirst()
        .or(() -> Optional.of(name));
  }

  private Stream<FileKind> kinds(String type) {
    return files.stream().filter(k -> k.partId().equals(type));
  }

  private static Optional<String> name(String glob, String file) {
    Pattern pattern =
        Pattern.compile(
            Stream.of(glob.split("\\*", -1))
                .map(Pattern::quote)
                .reduce((a, b) -> a + "([^/]+)" + b)
                .orElse(""));
    Matcher matcher = pattern.matcher(file);
    return matcher.matches() && matcher.groupCount() == 1
        ? Optional.of(matcher.group(1))
        : matcher.matches()
            ? Optional.of(Path.of(file).getFileName().toString())
            : Optional.empty();
  }
}
