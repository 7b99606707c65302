package dev.plantwright.engine.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code site.json}: tells other programs where the running engine listens. */
record SiteFile(Path file) {
  private static final Logger LOG = LoggerFactory.getLogger(SiteFile.class);

  void write(Ready ready) throws CannotStartException {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.writeString(fresh, ready.json() + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStartException(file + " cannot be written: " + e, e);
    }
  }

  /** Nothing listens any more. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be deleted: {}", file, e.toString());
    }
  }
}
