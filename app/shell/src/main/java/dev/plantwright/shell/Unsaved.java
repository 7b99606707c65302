package dev.plantwright.shell;

import dev.plantwright.api.Document;
import dev.plantwright.api.FileKind;
import dev.plantwright.api.Notice;
import dev.plantwright.plant.Severity;
import dev.plantwright.shell.dock.PartTab;
import dev.plantwright.shell.drafts.Drafts;
import dev.plantwright.shell.jobs.Afterwards;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What is edited and not saved: it is kept without asking, and what happens to it is told. */
final class Unsaved implements Drafts.Surroundings {
  private final Shell shell;
  private final Drafts drafts;

  Unsaved(Shell shell, InstantSource clock) {
    this.shell = shell;
    drafts = new Drafts(this, clock);
  }

  /** Looks which documents are open: parts have them some time after they are made. */
  void look() {
    List<PartTab> tabs = List.copyOf(shell.dock().tabs());
    tabs.forEach(PartTab::lookForDocument);
    List<Document<?>> open =
        tabs.stream().<Document<?>>flatMap(t -> t.document().stream()).toList();
    shell.desk().folder().ifPresent(plant -> drafts.opened(plant, open));
  }

  /** A plant was opened: says which files have unsaved changes that cannot be seen. */
  void opened(Path plant) {
    look();
    drafts.files(plant, files -> tell(files.stream().filter(this::isHidden).toList()));
  }

  private boolean isHidden(String file) {
    Optional<FileKind> kind = shell.contributions().kindOf(file);
    return kind.map(k -> shell.contributions().partId(k.partId(), file))
        .filter(id -> shell.dock().tab(id).filter(shell.dock()::isShown).isEmpty())
        .isPresent();
  }

  private void tell(List<String> files) {
    if (!files.isEmpty()) {
      Runnable open = () -> files.forEach(this::open);
      String title =
          files.size() == 1
              ? files.getFirst() + " has unsaved changes"
              : files.size() + " files have unsaved changes";
      String detail =
          files.size() == 1 ? "They are there when it is opened." : String.join(", ", files);
      shell.tell(
          new Notice(Optional.empty(), title, detail, List.of(new Notice.Action("Open", open))));
    }
  }

  /** A tab is about to close. */
  void closing(PartTab tab) {
    Optional<Document<?>> edited = tab.document().filter(d -> d.edited().get());
    Optional<Path> plant = shell.desk().folder();
    if (edited.isPresent() && plant.isPresent()) {
      Document<?> document = edited.get();
      Runnable discard = () -> drafts.discard(plant.get(), document.file());
      shell.tell(
          new Notice(
              Optional.empty(),
              tab.titleText() + " was closed with unsaved changes",
              "They are there again when " + document.file() + " is opened.",
              List.of(
                  new Notice.Action("Save", () -> shell.actions().save(document, discard)),
                  new Notice.Action("Discard changes", discard))));
    }
    Afterwards.run(this::look);
  }

  @Override
  public void fileChanged(Drafts.Question question, Runnable use, Runnable drop) {
    shell.tell(
        new Notice(
            Optional.of(Severity.WARNING),
            question.file() + " changed since you edited it",
            "Your unsaved changes from %s were made on an older text.".formatted(question.time()),
            List.of(
                new Notice.Action("Use my changes", use),
                new Notice.Action("Keep the file", drop))));
  }

  @Override
  public void open(String file) {
    shell.openFile(file, Optional.empty());
  }

  @Override
  public void failed(String what, Throwable why) {
    shell.guard().report("workbench", what, why);
  }

  /** Done when all that is edited is on the disk. */
  CompletableFuture<?> close() {
    return drafts.close();
  }
}
