package dev.plantwright.shell;

import dev.plantwright.api.Document;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Notice;
import dev.plantwright.api.Scope;
import dev.plantwright.api.Setting;
import dev.plantwright.plant.folder.SamplePlant;
import dev.plantwright.shell.dock.Dock;
import dev.plantwright.shell.dock.PartTab;
import dev.plantwright.shell.parts.WelcomePart.Recent;
import dev.plantwright.shell.window.Overlay.Choice;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;

/** What the window's own commands do. */
final class ShellActions {
  private static final Setting<String> RECENT =
      Setting.of("plants.recent", "Start", "Recent plants", "Opened before, the last first.", "");
  private static final int RECENT_SHOWN = 6;

  private final Shell shell;
  private Scope focusScope = new Scope();

  ShellActions(Shell shell) {
    this.shell = shell;
  }

  // Plants

  /** Opens what the workbench was started with, else the first page. */
  void open(WorkbenchOptions options) {
    if (options.plant().isPresent()) {
      openPlant(options.plant().get());
    } else if (options.openSample()) {
      openSample();
    } else if (shell.setting(dev.plantwright.shell.parts.WelcomePart.AT_START).getValue()) {
      shell.show("welcome");
    }
  }

  void openPlant(Path folder) {
    shell
        .desk()
        .open(folder)
        .then(opened -> opened(opened.read().plant().name(), opened.folder()))
        .failed(
            e ->
                shell.tell(
                    Notice.error(
                        "The plant cannot be opened",
                        Optional.ofNullable(e.getMessage()).orElse(e.toString()),
                        new Notice.Action("Choose a folder", this::choosePlant))));
  }

  private void opened(String name, Path folder) {
    remember(folder);
    shell.runSite(folder);
    shell.unsaved().opened(folder);
    shell.window().tools().plant(name);
    title(shell.dock().active().get());
  }

  boolean hasSample() {
    return shell.options().sample().isPresent();
  }

  void openSample() {
    shell
        .options()
        .sample()
        .ifPresent(
            sample -> {
              Path plants = shell.options().userDir().resolve("plants");
              shell
                  .jobs()
                  .start(
                      "Copy the sample plant", progress -> new SamplePlant(sample).openIn(plants))
                  .then(this::openPlant);
            });
  }

  void choosePlant() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Open a plant: a folder that has a plant.json");
    File chosen = chooser.showDialog(shell.window().stage());
    if (chosen != null) {
      openPlant(chosen.toPath());
    }
  }

  List<Recent> recent() {
    return shell
        .setting(RECENT)
        .getValue()
        .lines()
        .map(Path::of)
        .map(p -> new Recent(p.getFileName().toString(), p))
        .toList();
  }

  private void remember(Path folder) {
    List<String> next = new ArrayList<>(shell.setting(RECENT).getValue().lines().toList());
    next.remove(folder.toString());
    next.addFirst(folder.toString());
    shell.set(RECENT, String.join("\n", next.stream().limit(RECENT_SHOWN).toList()));
  }

  // Files

  void newFile() {
    List<FileKind> kinds =
        shell.contributions().files().stream().filter(k -> k.template().isPresent()).toList();
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("cancel", "Cancel", false, () -> {}));
    kinds.forEach(k -> choices.add(new Choice(k.id(), k.title(), false, () -> newFile(k))));
    String text = kinds.isEmpty() ? "No plugin offers new files." : "Choose what to make.";
    shell.window().overlay().ask("New file", text, choices);
  }

  private void newFile(FileKind kind) {
    shell
        .window()
        .overlay()
        .askText(
            "New " + kind.title().toLowerCase(java.util.Locale.ROOT),
            "Name",
            "Create",
            name -> mistake(kind, name),
            name -> create(kind, name));
  }

  private String mistake(FileKind kind, String name) {
    if (!name.matches("[\\p{Alnum}_-]*")) {
      return "Use letters, digits, _ and -.";
    }
    return shell.desk().files().contains(kind.glob().replace("*", name))
        ? name + " is there already."
        : "";
  }

  private void create(FileKind kind, String name) {
    String file = kind.glob().replace("*", name);
    shell
        .write(file, kind.template().orElseThrow().replace("${name}", name))
        .then(done -> shell.openFile(file, Optional.empty()));
  }

  /** Writes a document to its file; then {@code saved} is run. */
  <T> void save(Document<T> document, Runnable saved) {
    T value = document.value().get();
    shell
        .write(document.file(), document.text())
        .then(
            done -> {
              document.saved(value);
              saved.run();
            })
        .failed(
            e ->
                shell.tell(
                    Notice.error(
                        document.file() + " could not be saved",
                        Optional.ofNullable(e.getMessage()).orElse(e.toString()),
                        new Notice.Action("Retry", () -> save(document, saved)))));
  }

  private Stream<Document<?>> edited() {
    return shell.dock().tabs().stream()
        .<Document<?>>flatMap(t -> t.document().stream())
        .filter(d -> d.edited().get());
  }

  boolean anyEdited() {
    return edited().findAny().isPresent();
  }

  void saveAll() {
    edited().toList().forEach(d -> save(d, () -> {}));
  }

  // Parts

  /** Another part has the focus, or its selection changed. */
  void focused(Optional<PartTab> tab) {
    focusScope.close();
    focusScope = new Scope();
    title(tab);
    shell.window().tools().refresh();
    tab.flatMap(PartTab::document)
        .ifPresent(
            document -> {
              focusScope.listen(document.value(), v -> edited(tab.get()));
              focusScope.listen(document.edited(), e -> shell.window().tools().refresh());
            });
  }

  private void edited(PartTab tab) {
    shell.window().tools().refresh();
    if (tab.document().map(d -> d.edited().get()).orElse(false)) {
      shell.dock().pin(tab);
    }
  }

  private void title(Optional<PartTab> tab) {
    Stream<String> words =
        Stream.of(
                tab.map(PartTab::titleText),
                shell.plant().getValue().map(p -> p.name()),
                Optional.of("Plantwright"))
            .flatMap(Optional::stream);
    shell.window().stage().setTitle(String.join(" - ", words.toList()));
  }

  void step(int by) {
    List<PartTab> shown = shell.dock().inOrder();
    if (!shown.isEmpty()) {
      int at = shell.dock().active().get().map(shown::indexOf).orElse(-1);
      shell.dock().activate(shown.get(Math.floorMod(at + by, shown.size())));
    }
  }

  void backToEditor() {
    shell.dock().editorInFront().ifPresent(shell.dock()::activate);
  }

  void onActive(java.util.function.BiConsumer<Dock, PartTab> action) {
    shell.dock().active().get().ifPresent(tab -> action.accept(shell.dock(), tab));
  }
}
