package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Finder;
import dev.plantwright.api.PartType;
import dev.plantwright.api.Setting;
import dev.plantwright.shell.palette.Entry;
import dev.plantwright.shell.palette.Palette;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;

/** Opens Quick Access over everything there is: commands, parts, files and what plugins find. */
final class QuickAccess {
  private static final Setting<String> RECENT =
      Setting.of("palette.recent", "Quick Access", "Used last", "Ids, the last first.", "");

  private final Shell shell;

  QuickAccess(Shell shell) {
    this.shell = shell;
  }

  void open() {
    List<String> recent = shell.setting(RECENT).getValue().lines().toList();
    Palette palette =
        new Palette(
            this::entries,
            recent,
            ids -> shell.set(RECENT, String.join("\n", ids)),
            shell.window().overlay()::close);
    shell.window().overlay().show(palette, Pos.TOP_CENTER, palette.field());
  }

  private Stream<Entry> entries(String typed) {
    Stream<Entry> own =
        Stream.of(commands(), parts(), files(), shell.help().entries(typed)).flatMap(s -> s);
    return Stream.concat(own, found(typed));
  }

  private Stream<Entry> commands() {
    return shell.commandTable().all().stream()
        .map(e -> e.command())
        .filter(c -> !c.id().startsWith("show.") && !c.id().startsWith("quick."))
        .filter(c -> shell.commandTable().enabled(c.id()))
        .map(this::entry);
  }

  private Entry entry(Command command) {
    return new Entry(
        "command/" + command.id(),
        "Command",
        command.icon().orElse("mdi2c-console-line"),
        command.title(),
        "",
        shell.commandTable().keys(command.id()),
        () -> shell.run(command.id()));
  }

  private Stream<Entry> parts() {
    return shell.contributions().parts().stream().filter(p -> !p.editor()).map(this::entry);
  }

  private Entry entry(PartType part) {
    return new Entry(
        "part/" + part.id(),
        "Part",
        part.icon(),
        part.title(),
        "",
        shell.commandTable().keys("show." + part.id()),
        () -> shell.show(part.id()));
  }

  private Stream<Entry> files() {
    return shell.desk().files().stream().flatMap(f -> file(f).stream());
  }

  private Optional<Entry> file(String file) {
    return shell.contributions().kindOf(file).map(kind -> entry(file, kind));
  }

  private Entry entry(String file, FileKind kind) {
    String id = shell.contributions().partId(kind.partId(), file);
    return new Entry(
        "file/" + file,
        kind.title(),
        kind.icon(),
        id.substring(id.indexOf(':') + 1),
        file,
        "",
        () -> shell.openFile(file, Optional.empty()));
  }

  private Stream<Entry> found(String typed) {
    if (typed.isBlank()) {
      return Stream.empty();
    }
    return shell.contributions().finders().entrySet().stream()
        .flatMap(e -> found(typed, e).stream());
  }

  private List<Entry> found(String typed, Map.Entry<Finder, String> owned) {
    Finder finder = owned.getKey();
    return shell
        .guard()
        .call(
            owned.getValue(),
            "Finding " + finder.kind(),
            () -> finder.find().apply(typed, shell).stream().map(f -> entry(finder, f)).toList(),
            List.of());
  }

  private static Entry entry(Finder finder, Finder.Found found) {
    String kind = finder.kind();
    String shown = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
    return new Entry(
        kind + "/" + found.title(),
        shown,
        finder.icon(),
        found.title(),
        found.detail(),
        "",
        found.open());
  }
}
