package dev.plantwright.api;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A kind of plant file.
 *
 * @param glob relative to the plant, such as {@code rules/*.json}
 * @param partId editor that opens it, with the file as argument
 * @param template content of a new file, with {@code ${name}} for the name the user gives; empty:
 *     no new ones
 */
public record FileKind(
    String id, String title, String icon, String glob, String partId, Optional<String> template) {
  public boolean matches(String file) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(file));
  }
}
