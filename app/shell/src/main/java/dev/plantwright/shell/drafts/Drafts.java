package dev.plantwright.shell.drafts;

import dev.plantwright.api.Document;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Unsaved changes survive the end of the workbench, planned or not: a second after an edit the text
 * lies in the plant's {@code .plantwright/drafts}, and it is an edit again when its file is opened.
 * FX thread; the disk is used from other threads.
 */
public final class Drafts {
  /** What drafts ask of the window around them. */
  public interface Surroundings {
    /** Tells that a file changed since its draft, and lets the user choose. */
    void fileChanged(Question question, Runnable use, Runnable drop);

    /** Opens a file. */
    void open(String file);

    void failed(String what, Throwable why);
  }

  /**
   * A draft whose file changed meanwhile.
   *
   * @param time of its last change, as shown
   */
  public record Question(String file, String time) {}

  private final DiskWork disk = new DiskWork();
  private final Map<Document<?>, Keeper> keepers = new IdentityHashMap<>();
  private final Surroundings around;
  private final InstantSource clock;

  public Drafts(Surroundings around, InstantSource clock) {
    this.around = around;
    this.clock = clock;
  }

  /** Tells which documents of a plant are open now; those that are no longer are given up. */
  public void opened(Path plant, Collection<Document<?>> documents) {
    for (Document<?> document : documents) {
      keepers.computeIfAbsent(
          document, d -> new Keeper(d, new DraftFolder(plant), disk, around, clock));
    }
    List.copyOf(keepers.keySet()).stream()
        .filter(d -> documents.stream().noneMatch(open -> open == d))
        .forEach(d -> keepers.remove(d).end());
  }

  /** Files of a plant that have unsaved changes on the disk. */
  public void files(Path plant, Consumer<List<String>> then) {
    disk.run(
        () -> new DraftFolder(plant).files(),
        then,
        e -> around.failed("Unsaved changes cannot be listed", e));
  }

  /** Removes the draft of a file that is not open. */
  public void discard(Path plant, String file) {
    disk.run(
        () -> {
          new DraftFolder(plant).remove(file);
          return true;
        },
        done -> {},
        e -> around.failed("The draft of " + file + " cannot be removed", e));
  }

  /** Ends keeping; done when all unsaved changes are on the disk. */
  public CompletableFuture<?> close() {
    keepers.values().forEach(Keeper::end);
    keepers.clear();
    return disk.rest();
  }
}
