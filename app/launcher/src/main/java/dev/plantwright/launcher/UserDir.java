package dev.plantwright.launcher;

import dev.plantwright.plant.variables.Secrets;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;

/** The folder of the user's own files: layout, settings, logs, copies of the samples. */
record UserDir(Path path) {

  /** Where the operating system wants it. */
  static Path standard(String osName, Map<String, String> environment, Path home) {
    String os = osName.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      return Path.of(environment.getOrDefault("LOCALAPPDATA", home.toString()), "Plantwright");
    }
    if (os.contains("mac")) {
      return home.resolve("Library/Application Support/Plantwright");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isBlank() ? home.resolve(".local/share") : Path.of(data);
    return base.resolve("plantwright");
  }

  /** The folder itself if one is given, else the operating system's. Made when it is not there. */
  static UserDir of(Path given) {
    Path path =
        given != null
            ? given
            : standard(
                System.getProperty("os.name"),
                System.getenv(),
                Path.of(System.getProperty("user.home")));
    try {
      return new UserDir(Files.createDirectories(path.toAbsolutePath().normalize()));
    } catch (IOException e) {
      throw new CouldNotRun("Cannot make the folder " + path + ": " + e.getMessage(), e);
    }
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path plants() {
    return path.resolve("plants");
  }

  Secrets secrets() {
    return new Secrets(path.resolve("secrets.json"), System.getenv());
  }

  /**
   * Takes the folder for this process alone, until it ends.
   *
   * @throws CouldNotRun if another process has it
   */
  FileLock lock() {
    try {
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      // Held by this very process, which comes to the same.
    } catch (IOException e) {
      throw new CouldNotRun("Cannot use the folder " + path + ": " + e.getMessage(), e);
    }
    throw new CouldNotRun(
        "Another workbench uses " + path + "; close it, or give this one its own --user-dir.");
  }
}
