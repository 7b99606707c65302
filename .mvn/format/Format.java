import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Checks or rewrites the format of all Java sources below some folders, in one JVM.
 *
 * <p>Usage: {@code Format check|write FOLDER...}; ends with status 1 when a checked file differs.
 */
public final class Format {
  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("write");
    AtomicInteger different = new AtomicInteger();
    for (String folder : List.of(args).subList(1, args.length)) {
      for (Path file : sources(Path.of(folder))) {
        if (!same(file, write)) {
          different.incrementAndGet();
        }
      }
    }
    if (different.get() > 0 && !write) {
      System.err.println(
          different.get() + " files are not formatted; run: ./mvnw -N -Pformat process-classes");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && !f.toString().contains("/target/"))
          .sorted()
          .toList();
    }
  }

  private static boolean same(Path file, boolean write) throws IOException {
    String before = Files.readString(file);
    String after;
    try {
      after = new Formatter().formatSourceAndFixImports(before);
    } catch (com.google.googlejavaformat.java.FormatterException e) {
      System.err.println(file + ": " + e.getMessage());
      return false;
    }
    if (before.equals(after)) {
      return true;
    }
    System.err.println((write ? "formatted " : "not formatted: ") + file);
    if (write) {
      Files.writeString(file, after);
    }
    return false;
  }
}
