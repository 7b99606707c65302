package dev.plantwright.shell;

import dev.plantwright.api.Command;
import dev.plantwright.api.Document;
import dev.plantwright.api.Focus;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartType;
import dev.plantwright.shell.dock.Dock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the window itself can do. */
final class ShellCommands {
  private final Shell shell;

  ShellCommands(Shell shell) {
    this.shell = shell;
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.addAll(files());
    all.addAll(editing());
    all.addAll(navigation());
    all.addAll(window());
    return all;
  }

  private List<Command> files() {
    return List.of(
        Command.of("file.new", "New File", (f, w) -> shell.actions().newFile())
            .icon("mdi2f-file-plus-outline")
            .keys("Ctrl+N")
            .menu("File")
            .when(f -> shell.plant().getValue().isPresent()),
        Command.of("plant.open", "Open Plant", (f, w) -> shell.actions().choosePlant())
            .icon("mdi2f-folder-open-outline")
            .keys("Ctrl+Shift+O")
            .menu("File", "Plant"),
        Command.of("plant.sample", "Open Sample Plant", (f, w) -> shell.actions().openSample())
            .icon("mdi2p-play-circle-outline")
            .menu("File", "Plant")
            .when(f -> shell.actions().hasSample()),
        Command.of("file.save", "Save", (f, w) -> document(f).ifPresent(w::save))
            .icon("mdi2c-content-save-outline")
            .keys("Ctrl+S")
            .menu("File")
            .when(f -> document(f).map(d -> d.edited().get()).orElse(false)),
        Command.of("file.saveAll", "Save All", (f, w) -> shell.actions().saveAll())
            .icon("mdi2c-content-save-all-outline")
            .keys("Ctrl+Shift+S")
            .menu("File")
            .when(f -> shell.actions().anyEdited()),
        Command.of(
                "file.close",
                "Close Part",
                (f, w) -> shell.actions().onActive((d, t) -> d.close(t)))
            .keys("Ctrl+W")
            .menu("File")
            .when(f -> f.partId().isPresent()),
        Command.of("file.exit", "Exit", (f, w) -> shell.window().requestClose())
            .keys("Ctrl+Q")
            .menu("File"));
  }

  private static Optional<Document<?>> document(Focus focus) {
    return focus.part().flatMap(Part::document);
  }

  private List<Command> editing() {
    return List.of(
        Command.of("edit.undo", "Undo", (f, w) -> document(f).ifPresent(Document::undo))
            .icon("mdi2u-undo")
            .keys("Ctrl+Z")
            .menu("Edit")
            .when(f -> document(f).flatMap(Document::undoLabel).isPresent()),
        Command.of("edit.redo", "Redo", (f, w) -> document(f).ifPresent(Document::redo))
            .icon("mdi2r-redo")
            .keys("Ctrl+Y")
            .menu("Edit")
            .when(f -> document(f).flatMap(Document::redoLabel).isPresent()));
  }

  private List<Command> navigation() {
    return List.of(
        Command.of("quick.access", "Quick Access", (f, w) -> new QuickAccess(shell).open())
            .icon("mdi2m-magnify")
            .keys("Ctrl+Shift+P")
            .menu("Navigate"),
        Command.of(
                "quick.access.3", "Quick Access (Ctrl+3)", (f, w) -> new QuickAccess(shell).open())
            .icon("mdi2m-magnify")
            .keys("Ctrl+3"),
        Command.of("part.next", "Next Part", (f, w) -> shell.actions().step(1))
            .keys("F6")
            .menu("Navigate"),
        Command.of("part.previous", "Previous Part", (f, w) -> shell.actions().step(-1))
            .keys("Shift+F6")
            .menu("Navigate"),
        Command.of(
                "tab.next",
                "Next Tab",
                (f, w) -> shell.actions().onActive((d, t) -> d.nextTab(t, 1)))
            .keys("Ctrl+Page Down")
            .menu("Navigate"),
        Command.of(
                "tab.previous",
                "Previous Tab",
                (f, w) -> shell.actions().onActive((d, t) -> d.nextTab(t, -1)))
            .keys("Ctrl+Page Up")
            .menu("Navigate"),
        Command.of("part.editor", "Back to the Editor", (f, w) -> shell.actions().backToEditor())
            .keys("F12")
            .menu("Navigate"));
  }

  private List<Command> window() {
    return List.of(
        Command.of(
                "part.maximise",
                "Maximise or Restore Part",
                (f, w) -> shell.actions().onActive(Dock::maximise))
            .icon("mdi2w-window-maximize")
            .keys("Ctrl+M")
            .menu("Window")
            .when(f -> f.partId().isPresent()),
        Command.of(
                "part.fold",
                "Fold or Unfold Part",
                (f, w) -> shell.actions().onActive(Dock::toggleFold))
            .menu("Window")
            .when(f -> f.partId().isPresent()),
        Command.of("part.float", "Float Part", (f, w) -> shell.actions().onActive(Dock::floatOut))
            .icon("mdi2o-open-in-new")
            .menu("Window")
            .when(f -> f.partId().isPresent()),
        Command.of("perspective.reset", "Reset Perspective", (f, w) -> shell.arrangements().reset())
            .icon("mdi2b-backup-restore")
            .menu("Window"),
        Command.of(
                "perspective.undoReset",
                "Undo Reset Perspective",
                (f, w) -> shell.arrangements().undoReset())
            .menu("Window")
            .when(f -> shell.arrangements().canUndoReset()),
        Command.of("view.theme.dark", "Dark Theme", (f, w) -> shell.theme("dark")),
        Command.of("view.theme.light", "Light Theme", (f, w) -> shell.theme("light")),
        Command.of("view.theme", "Switch Theme", (f, w) -> shell.toggleTheme())
            .icon("mdi2t-theme-light-dark")
            .menu("Window"),
        Command.of("window.settings", "Settings", (f, w) -> w.show("settings"))
            .icon("mdi2c-cog-outline")
            .keys("Ctrl+Comma")
            .menu("Window"),
        Command.of("help.part", "Help for This Part", (f, w) -> shell.help().open(f))
            .icon("mdi2h-help-circle-outline")
            .keys("F1")
            .menu("Help"),
        Command.of("help.contents", "Help Contents", (f, w) -> shell.help().contents())
            .icon("mdi2h-help-circle-outline")
            .menu("Help"),
        Command.of("help.keys", "Show All Keys", (f, w) -> w.show("keys"))
            .icon("mdi2k-keyboard-outline")
            .keys("Ctrl+Shift+L")
            .menu("Help"));
  }

  /** Show commands for views, numbered by Alt in the order they were added. */
  List<Command> show(List<PartType> views, int first) {
    List<Command> all = new ArrayList<>();
    int digit = first;
    for (PartType view : views) {
      if (view.editor()) {
        continue;
      }
      Command command =
          Command.of("show." + view.id(), "Show " + view.title(), (f, w) -> w.show(view.id()))
              .icon(view.icon())
              .menu("Window/Parts");
      all.add(digit <= 9 ? command.keys("Alt+" + digit) : command);
      digit++;
    }
    return all;
  }
}
