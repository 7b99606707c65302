package dev.plantwright.plant.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when something in a folder or below it changes; hidden files and folders aside. Runs on a
 * virtual thread of its own until closed.
 */
final class FolderWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);

  private final Path folder;
  private final Runnable changed;
  private final WatchService service;

  private FolderWatch(Path folder, Runnable changed, WatchService service) {
    this.folder = folder;
    this.changed = changed;
    this.service = service;
  }

  /**
   * Starts to watch.
   *
   * @param changed called on the thread of the watch, must not block
   * @throws IOException if the operating system cannot watch so many folders
   */
  static FolderWatch start(Path folder, Runnable changed) throws IOException {
    WatchService service = folder.getFileSystem().newWatchService();
    FolderWatch watch = new FolderWatch(folder, changed, service);
    try {
      watch.register(folder);
    } catch (IOException e) {
      service.close();
      throw e;
    }
    Thread.ofVirtual().name("plant-watch").start(watch::run);
    return watch;
  }

  private void run() {
    try {
      while (true) {
        WatchKey key = service.take();
        boolean told = false;
        for (WatchEvent<?> event : key.pollEvents()) {
          told |= concerns(key, event);
        }
        key.reset();
        if (told) {
          changed.run();
        }
      }
    } catch (ClosedWatchServiceException | InterruptedException e) {
      log.debug("stopped watching {}", folder);
    }
  }

  private boolean concerns(WatchKey key, WatchEvent<?> event) {
    if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
      tryRegister(folder);
      return true;
    }
    if (!(event.context() instanceof Path name) || isHidden(name)) {
      return false;
    }
    Path path = ((Path) key.watchable()).resolve(name);
    if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE && Files.isDirectory(path)) {
      tryRegister(path);
    }
    return true;
  }

  private void tryRegister(Path below) {
    try {
      register(below);
    } catch (IOException e) {
      log.warn("changes below {} will not be noticed: {}", below, e.getMessage());
    }
  }

  private void register(Path below) throws IOException {
    Files.walkFileTree(
        below,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
              throws IOException {
            if (!path.equals(folder) && isHidden(path.getFileName())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            path.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE; // gone meanwhile
          }
        });
  }

  private static boolean isHidden(Path name) {
    return name.toString().startsWith(".");
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
