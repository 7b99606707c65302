package dev.plantwright.shell.drafts;

import dev.plantwright.api.Document;
import dev.plantwright.api.Scope;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Keeps the draft of one open document. FX thread. */
final class Keeper {
  private static final Duration DELAY = Duration.seconds(1);

  private final Document<?> document;
  private final DraftFolder folder;
  private final DiskWork disk;
  private final Drafts.Surroundings around;
  private final InstantSource clock;
  private final Scope scope = new Scope();
  private final PauseTransition delay = new PauseTransition(DELAY);
  private Optional<String> written = Optional.empty();
  private boolean ready;
  private boolean busy;

  Keeper(
      Document<?> document,
      DraftFolder folder,
      DiskWork disk,
      Drafts.Surroundings around,
      InstantSource clock) {
    this.document = document;
    this.folder = folder;
    this.disk = disk;
    this.around = around;
    this.clock = clock;
    delay.setOnFinished(e -> keep());
    disk.run(
        () -> folder.find(document.file()),
        this::found,
        e -> {
          around.failed("The draft of " + document.file() + " cannot be read", e);
          found(new DraftFolder.Found(Optional.empty(), Optional.empty()));
        });
  }

  private void found(DraftFolder.Found found) {
    ready = true;
    found.draft().ifPresent(this::former);
    found.aside().filter(d -> found.draft().isEmpty()).ifPresent(this::ask);
    if (!scope.isClosed()) {
      scope.listen(document.value(), v -> changed());
      scope.listen(document.edited(), e -> changed());
    }
  }

  private void former(Draft draft) {
    written = Optional.of(draft.text());
    if (draft.text().equals(document.savedText())) {
      return; // saved, and the end came before the draft was removed
    }
    boolean fits = draft.base().equals(Draft.hash(document.savedText()));
    if (fits && !document.edited().get() && document.take(label(draft), draft.text())) {
      return;
    }
    written = Optional.empty();
    work(() -> folder.putAside(draft.file()));
    ask(draft);
  }

  private String label(Draft draft) {
    return "Unsaved changes from " + time(draft);
  }

  private String time(Draft draft) {
    ZoneId zone = ZoneId.systemDefault();
    return draft.time(LocalDate.ofInstant(clock.instant(), zone), zone);
  }

  private void ask(Draft draft) {
    around.fileChanged(
        new Drafts.Question(draft.file(), time(draft)), () -> use(draft), () -> drop(draft));
  }

  private void use(Draft draft) {
    if (scope.isClosed()) {
      around.open(draft.file()); // asks again there
    } else if (document.take(label(draft), draft.text())) {
      drop(draft);
    } else {
      around.failed(
          "Unsaved changes of " + draft.file() + " cannot be used",
          new IllegalStateException("the text is none its editor can read"));
    }
  }

  private void drop(Draft draft) {
    work(() -> folder.removeAside(draft.file()));
  }

  private void changed() {
    if (delay.getStatus() != javafx.animation.Animation.Status.RUNNING) {
      delay.playFromStart();
    }
  }

  /** Makes the draft what the document is: none if it is saved. */
  private void keep() {
    if (!ready || busy) {
      delay.playFromStart();
      return;
    }
    if (!document.edited().get()) {
      written.ifPresent(w -> work(() -> folder.remove(document.file())));
      written = Optional.empty();
    } else if (written.filter(document.text()::equals).isEmpty()) {
      Draft draft = draft();
      written = Optional.of(draft.text());
      work(() -> folder.write(draft));
    }
  }

  private Draft draft() {
    return new Draft(
        document.file(), clock.instant(), Draft.hash(document.savedText()), document.text());
  }

  /** Something on the disk. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  private void work(Work body) {
    busy = true;
    disk.run(
        () -> {
          body.run();
          return true;
        },
        done -> busy = false,
        e -> {
          busy = false;
          written = Optional.empty();
          around.failed("Unsaved changes of " + document.file() + " cannot be kept", e);
        });
  }

  /** The document is closed: its draft stays, with what was changed last. */
  void end() {
    scope.close();
    delay.stop();
    busy = false;
    if (ready) {
      keep();
    }
  }
}
