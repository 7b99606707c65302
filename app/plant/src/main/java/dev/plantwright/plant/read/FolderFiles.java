package dev.plantwright.plant.read;

import dev.plantwright.plant.Place;
import dev.plantwright.plant.PlantFile;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.text.Lines;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads the files of a plant folder. What cannot be loaded becomes a problem. */
final class FolderFiles {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 20_000;
  private static final long MOST_BYTES = 16L << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path folder;
  private final Map<String, String> drafts;
  private final List<Problem> problems;
  private final Map<String, PlantFile> files = new TreeMap<>();

  FolderFiles(Path folder, Map<String, String> drafts, List<Problem> problems) {
    this.folder = folder;
    this.drafts = drafts;
    this.problems = problems;
  }

  /** All files in the order of their paths; a draft stands for the file of its path. */
  List<PlantFile> load() {
    try {
      Files.walkFileTree(
          folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, walk());
    } catch (IOException e) {
      problem("PLANT-FOLDER", "", "The folder cannot be read: %s.".formatted(e.getMessage()));
    }
    drafts.forEach(
        (path, text) ->
            files.put(path, new PlantFile(path, PlantFile.kind(path), Optional.of(text))));
    return files.values().stream().sorted(Comparator.comparing(PlantFile::path)).toList();
  }

  private FileVisitor<Path> walk() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        boolean hidden = !path.equals(folder) && isHidden(path);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && !isHidden(path)) {
          add(path, attributes.size());
        }
        return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path path, IOException e) {
        problem("FILE-READ", relative(path), "It cannot be read: %s.".formatted(e.getMessage()));
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private String relative(Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private void add(Path path, long size) {
    String name = relative(path);
    PlantFile.Kind kind = PlantFile.kind(name);
    boolean wanted = kind != PlantFile.Kind.OTHER && !drafts.containsKey(name);
    files.put(name, new PlantFile(name, kind, wanted ? text(path, name, size) : Optional.empty()));
  }

  private Optional<String> text(Path path, String name, long size) {
    if (size > MOST_BYTES) {
      problem("FILE-SIZE", name, "It is larger than 16 MiB and was not read. Split it.");
      return Optional.empty();
    }
    try {
      return decode(name, Files.readAllBytes(path));
    } catch (IOException e) {
      problem("FILE-READ", name, "It cannot be read: %s.".formatted(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<String> decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      Place place = Place.of(name, Lines.of(text), text.length());
      int wrong = bytes[in.position()] & 0xFF;
      String message = "Byte %02X is not UTF-8. Save the file as UTF-8.".formatted(wrong);
      problems.add(Problem.error("FILE-UTF8", place, message));
      return Optional.empty();
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return Optional.of(marked ? text.substring(1) : text);
  }

  private void problem(String code, String name, String message) {
    problems.add(Problem.error(code, Place.of(name), message));
  }
}
