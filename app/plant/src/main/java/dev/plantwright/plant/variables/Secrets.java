package dev.plantwright.plant.variables;

import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.json.JsonValue;
import dev.plantwright.plant.json.JsonValue.JsonObject;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of the user: from environment variables {@code PLANTWRIGHT_SECRET_NAME}, else from a file
 * that only the user can read. Each call looks at the file: nothing is kept in memory. Never part
 * of a plant, never logged.
 */
public final class Secrets implements VariableValues {
  private static final String PREFIX = "PLANTWRIGHT_SECRET_";

  private final Path file;
  private final Map<String, String> environment;

  /**
   * @param file such as {@code secrets.json} in the user's folder; made when the first secret is
   *     kept
   * @param environment of the process
   */
  public Secrets(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = Map.copyOf(environment);
  }

  /** The value of {@code secret:NAME}; empty for other names and for secrets that are not there. */
  @Override
  public Optional<String> value(String name) {
    Variable variable = new Variable(name, dev.plantwright.plant.text.Span.NONE);
    return variable.isSecret() ? get(variable.subject()) : Optional.empty();
  }

  /** A secret; empty if there is none or the file cannot be read. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(environment.get(environmentName(name))).or(() -> kept().text(name));
  }

  /** The environment variable of a secret: letters and digits in upper case, else underscores. */
  public static String environmentName(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The names of the secrets in the file. */
  public List<String> names() {
    return kept().names();
  }

  /** Keeps a secret in the file. */
  public void keep(String name, String value) throws IOException {
    write(JsonText.parse(current()).with("/" + escaped(name), JsonValue.of(value)));
  }

  public void remove(String name) throws IOException {
    write(JsonText.parse(current()).without("/" + escaped(name)));
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private JsonObject kept() {
    try {
      return JsonText.parse(current()).object();
    } catch (IOException e) {
      return JsonObject.EMPTY; // as if it were not there: what needs a secret says so by its name
    }
  }

  private String current() throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "{}\n";
    }
  }

  private void write(JsonText text) throws IOException {
    if (text.root().isEmpty()) {
      throw new IOException(file + " is not JSON. Repair or remove it.");
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, ownerOnly(fresh));
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(text.text()));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(Path path) {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
