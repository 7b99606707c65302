import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Finishes the folder the product runs in: start scripts, sample plants, plugins unpacked, and
 * where the JDK is that built it. The jars are there already.
 *
 * <p>Arguments: folder of the launcher's sources, folder of the plugins' jars, folder to finish.
 */
final class Package {
  private final Path module;
  private final Path jars;
  private final Path home;

  private Package(Path module, Path jars, Path home) {
    this.module = module;
    this.jars = jars;
    this.home = home;
  }

  public static void main(String[] arguments) throws IOException {
    new Package(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2])).run();
  }

  private void run() throws IOException {
    copyTree(module.resolve("src/main/scripts"), home.resolve("bin"));
    if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(
          home.resolve("bin/plantwright"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    copyTree(module.resolve("samples"), home.resolve("samples"));
    Files.createDirectories(home.resolve("plugins"));
    for (Path jar : list(jars)) {
      unpack(jar);
    }
    Files.writeString(home.resolve("lib/jdk"), System.getProperty("java.home") + "\n");
  }

  /** A plugin lies in a folder of its own name: its description, and its jar in lib. */
  private void unpack(Path jar) throws IOException {
    try (JarFile content = new JarFile(jar.toFile())) {
      ZipEntry description = content.getEntry("plugin.properties");
      if (description == null) {
        return;
      }
      Properties properties = new Properties();
      try (InputStream in = content.getInputStream(description)) {
        properties.load(in);
      }
      String type = properties.getProperty("plugin.class").replace('.', '/') + ".class";
      if (content.getEntry(type) == null) {
        // A part that is planned and not built yet is left out rather than shown broken.
        return;
      }
      Path folder = home.resolve("plugins").resolve(properties.getProperty("plugin.id"));
      Files.createDirectories(folder.resolve("lib"));
      try (InputStream in = content.getInputStream(description)) {
        Files.copy(in, folder.resolve("plugin.properties"), StandardCopyOption.REPLACE_EXISTING);
      }
      Path to = folder.resolve("lib").resolve(jar.getFileName());
      Files.copy(jar, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Copies without what a run leaves behind in a plant. */
  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(file -> !from.relativize(file).toString().contains(".plantwright"))
          .forEach(file -> copy(file, to.resolve(from.relativize(file).toString())));
    }
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.isDirectory(from)) {
        Files.createDirectories(to);
      } else {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
