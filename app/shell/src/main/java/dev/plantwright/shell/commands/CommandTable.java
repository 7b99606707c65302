package dev.plantwright.shell.commands;

import dev.plantwright.api.Command;
import dev.plantwright.api.Focus;
import dev.plantwright.api.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** All commands by id, with the keys bound to them. FX thread. */
public final class CommandTable {
  /** A command with who brought it. */
  public record Entry(String origin, Command command) {}

  /** Two commands that want the same keys; the first one has them. */
  public record Conflict(String keys, String winner, String loser) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Supplier<Focus> focus;
  private final Workbench workbench;
  private final BiConsumer<Entry, Throwable> failed;
  private final Function<Command, Optional<KeyCombination>> rebound;

  /**
   * @param rebound keys the user chose for a command, or its own
   * @param failed told of a command that threw
   */
  public CommandTable(
      Supplier<Focus> focus,
      Workbench workbench,
      Function<Command, Optional<KeyCombination>> rebound,
      BiConsumer<Entry, Throwable> failed) {
    this.focus = focus;
    this.workbench = workbench;
    this.rebound = rebound;
    this.failed = failed;
  }

  /** Adds a command; false: another one has this id. */
  public boolean add(String origin, Command command) {
    Command bound =
        new Command(
            command.id(),
            command.title(),
            command.icon(),
            rebound.apply(command),
            command.menus(),
            command.enabled(),
            command.action());
    return entries.putIfAbsent(command.id(), new Entry(origin, bound)) == null;
  }

  public List<Entry> all() {
    return List.copyOf(entries.values());
  }

  public Optional<Command> find(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::command);
  }

  /** Whether a command can be run now; one whose test throws cannot. */
  public boolean enabled(String id) {
    Entry entry = entries.get(id);
    try {
      return entry != null && entry.command().enabled().test(focus.get());
    } catch (RuntimeException | LinkageError e) {
      failed.accept(entry, e);
      return false;
    }
  }

  /** Runs a command if it is enabled; false: it is not, or there is none. */
  public boolean run(String id) {
    if (!enabled(id)) {
      return false;
    }
    Entry entry = entries.get(id);
    try {
      entry.command().action().accept(focus.get(), workbench);
    } catch (RuntimeException | LinkageError e) {
      failed.accept(entry, e);
    }
    return true;
  }

  /** The first command bound to what was pressed. */
  public Optional<Command> pressed(KeyEvent event) {
    return entries.values().stream()
        .map(Entry::command)
        .filter(c -> c.keys().map(k -> k.match(event)).orElse(false))
        .findFirst();
  }

  public List<Conflict> conflicts() {
    Map<KeyCombination, String> owners = new LinkedHashMap<>();
    List<Conflict> conflicts = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Command command = entry.command();
      command
          .keys()
          .ifPresent(
              keys -> {
                String owner = owners.putIfAbsent(keys, command.id());
                if (owner != null) {
                  conflicts.add(new Conflict(Keys.text(keys), owner, command.id()));
                }
              });
    }
    return conflicts;
  }

  /** Keys as text, empty if there are none. */
  public String keys(String id) {
    return find(id).flatMap(Command::keys).map(Keys::text).orElse("");
  }
}
