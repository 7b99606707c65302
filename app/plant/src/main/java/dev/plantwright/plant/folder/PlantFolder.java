package dev.plantwright.plant.folder;

import dev.plantwright.plant.read.PlantRead;
import dev.plantwright.plant.read.PlantReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An opened plant: its newest state, told again whenever a file changes, by us or by others. One
 * virtual thread reads and tells; writing happens on the caller's thread and may block.
 */
public final class PlantFolder implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PlantFolder.class);
  private static final long QUIET_MILLIS = 80;
  private static final long LONGEST_MILLIS = 1000;
  private static final long POLL_MILLIS = 2000;

  /** Signals to the reading thread. */
  private enum Signal {
    LOOK,
    END
  }

  private final Path folder;
  private final LocalHistory history;
  private final List<Consumer<PlantRead>> listeners = new CopyOnWriteArrayList<>();
  private final BlockingQueue<Signal> inbox = new ArrayBlockingQueue<>(2);
  private volatile PlantRead newest;
  private volatile boolean closed;
  private boolean watched;

  private PlantFolder(Path folder, InstantSource clock) {
    this.folder = folder;
    this.history = new LocalHistory(folder.resolve(".plantwright/history"), clock);
    this.newest = PlantReader.read(folder);
  }

  /**
   * Opens a plant: reads it and goes on watching it.
   *
   * @throws IOException if it is no folder; bad content is no reason
   */
  public static PlantFolder open(Path folder, InstantSource clock) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(absolute)) {
      throw new NotDirectoryException(absolute.toString());
    }
    PlantFolder plant = new PlantFolder(absolute, clock);
    plant.prepareState();
    Thread.ofVirtual().name("plant-" + absolute.getFileName()).start(plant::run);
    return plant;
  }

  public Path folder() {
    return folder;
  }

  /** The newest state; immutable. */
  public PlantRead read() {
    return newest;
  }

  /**
   * Tells every new state from now on, on the thread of this plant; a listener must not block.
   *
   * @return ends the telling
   */
  public Listening listen(Consumer<PlantRead> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Looks at the files again soon, as after every change. */
  public void refresh() {
    signal();
  }

  /**
   * Replaces or makes a file, whole or not at all; its old text goes to the history.
   *
   * @param path relative to the folder, with {@code /}
   * @throws IllegalArgumentException if the path leads out of the plant or into a hidden folder
   */
  public void write(String path, String text) throws IOException {
    Path file = PlantPath.in(folder, path);
    keepOld(path, file);
    AtomicFile.write(file, text);
    signal();
  }

  /** Removes a file; its text goes to the history. Nothing happens if it is not there. */
  public void delete(String path) throws IOException {
    Path file = PlantPath.in(folder, path);
    keepOld(path, file);
    Files.deleteIfExists(file);
    signal();
  }

  /** Earlier texts of the files. */
  public LocalHistory history() {
    return history;
  }

  private void keepOld(String path, Path file) throws IOException {
    if (Files.isRegularFile(file)) {
      try {
        history.keep(path, Files.readString(file));
      } catch (MalformedInputException e) {
        log.warn("{} is not UTF-8 and has no history", path);
      }
    }
  }

  private void prepareState() {
    Path ignore = folder.resolve(".plantwright/.gitignore");
    try {
      if (!Files.exists(ignore)) {
        Files.createDirectories(ignore.getParent());
        Files.writeString(ignore, "*\n");
      }
    } catch (IOException e) {
      log.warn("{} cannot be written: no history will be kept ({})", ignore, e.getMessage());
    }
  }

  /** At most one look is waiting: more would tell nothing more. */
  private void signal() {
    if (inbox.isEmpty()) {
      inbox.offer(Signal.LOOK);
    }
  }

  private void run() {
    try (FolderWatch _ = watch()) {
      look(); // what changed between the first reading and the start of the watch
      while (!closed && awaitChange()) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("closing the watch of {}", folder, e);
    }
  }

  /** A watch, or null where there can be none: then the folder is looked at now and then. */
  private FolderWatch watch() {
    try {
      FolderWatch watch = FolderWatch.start(folder, this::signal);
      watched = true;
      return watch;
    } catch (IOException e) {
      log.warn("{} cannot be watched and is read every 2 s instead: {}", folder, e.getMessage());
      return null;
    }
  }

  /** Waits for a change and then until it is quiet; false at the end. */
  private boolean awaitChange() throws InterruptedException {
    Signal first = watched ? inbox.take() : inbox.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    long waited = 0;
    Signal next = first;
    while (next == Signal.LOOK && waited < LONGEST_MILLIS) {
      next = inbox.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
      waited += QUIET_MILLIS;
    }
    return first != Signal.END && next != Signal.END;
  }

  private void look() {
    PlantRead read = PlantReader.read(folder);
    if (read.plant().files().equals(newest.plant().files())
        && read.problems().equals(newest.problems())) {
      return;
    }
    newest = read;
    for (Consumer<PlantRead> listener : listeners) {
      try {
        listener.accept(read);
      } catch (RuntimeException e) {
        log.error("a listener of {} failed", folder, e);
      }
    }
  }

  /** Ends watching and telling. */
  @Override
  public void close() {
    closed = true;
    listeners.clear();
    inbox.clear();
    inbox.offer(Signal.END);
  }
}
