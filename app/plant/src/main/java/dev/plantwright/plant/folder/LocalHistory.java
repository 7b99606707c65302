package dev.plantwright.plant.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Earlier texts of the files of a plant, in .plantwright/history: one file a version, named after
 * the moment at which it was replaced. At most {@value #MOST} versions a file; the oldest go.
 */
public final class LocalHistory {
  /** How many versions of a file are kept. */
  public static final int MOST = 50;

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path root;
  private final InstantSource clock;

  LocalHistory(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /**
   * An earlier text.
   *
   * @param until when it was replaced
   */
  public record Version(String path, Instant until, Path file) {
    public String text() throws IOException {
      return Files.readString(file);
    }
  }

  /** Keeps the text of a file that is about to be replaced, if it differs from the last kept. */
  void keep(String path, String text) throws IOException {
    List<Version> versions = versions(path);
    if (!versions.isEmpty() && versions.getFirst().text().equals(text)) {
      return;
    }
    Instant now = clock.instant();
    Instant after = versions.isEmpty() ? Instant.MIN : versions.getFirst().until();
    Instant until = now.isAfter(after) ? now : after.plusNanos(1);
    AtomicFile.write(root.resolve(path).resolve(NAME.format(until)), text);
    for (Version old : versions.stream().skip(MOST - 1L).toList()) {
      Files.deleteIfExists(old.file());
    }
  }

  /** The versions of a file, the newest first; none for a path that has none. */
  public List<Version> versions(String path) throws IOException {
    Path folder = root.resolve(path).normalize();
    if (!folder.startsWith(root) || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(f -> version(path, f).stream())
          .sorted(Comparator.comparing(Version::until).reversed())
          .toList();
    }
  }

  private static Optional<Version> version(String path, Path file) {
    try {
      Instant until = Instant.from(NAME.parse(file.getFileName().toString()));
      return Optional.of(new Version(path, until, file));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // not one of ours
    }
  }
}
