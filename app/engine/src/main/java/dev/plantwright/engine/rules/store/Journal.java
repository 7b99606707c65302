package dev.plantwright.engine.rules.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams and rules on disk: one line a change, on disk before the change is confirmed; made short
 * when it is opened. A line cut off by a crash was not confirmed and does not count. One thread.
 */
public final class Journal implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final JsonMapper mapper = new JsonMapper();
  private final Map<String, ObjectNode> entries = new LinkedHashMap<>();
  private final FileChannel channel;

  /** What is kept: {@code kind} and {@code name} name it, {@code text} is its definition. */
  public record Entry(String kind, String name, String text, boolean active) {}

  private Journal(Path file) throws IOException {
    replay(file);
    compact(file);
    channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  /**
   * Opens the journal of a folder.
   *
   * @throws UncheckedIOException the folder cannot be written
   */
  public static Journal open(Path dir) {
    try {
      Files.createDirectories(dir);
      return new Journal(dir.resolve("rules.journal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replay(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      try {
        apply(mapper.readTree(line));
      } catch (JacksonException e) {
        LOG.warn("a line of {} cannot be read and is left out", file);
      }
    }
  }

  private void apply(JsonNode node) {
    if (node instanceof ObjectNode change && change.has("kind") && change.has("name")) {
      String key = key(change.get("kind").stringValue(), change.get("name").stringValue());
      if (change.path("dropped").asBoolean(false)) {
        entries.remove(key);
      } else {
        entries.put(key, change);
      }
    }
  }

  private static String key(String kind, String name) {
    return kind + " " + name;
  }

  private void compact(Path file) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    StringBuilder text = new StringBuilder();
    entries.values().forEach(entry -> text.append(line(entry)));
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(out, text.toString());
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What is kept, in the order of creation. */
  public List<Entry> entries() {
    List<Entry> list = new ArrayList<>();
    for (ObjectNode entry : entries.values()) {
      list.add(
          new Entry(
              entry.get("kind").stringValue(),
              entry.get("name").stringValue(),
              entry.path("text").asString(""),
              entry.path("active").asBoolean(false)));
    }
    return list;
  }

  /** Keeps an entry, in the place of one of its kind and name; returns when it is on disk. */
  public void put(Entry entry) {
    ObjectNode change = change(entry.kind(), entry.name());
    change.put("text", entry.text()).put("active", entry.active());
    append(change);
  }

  /** Forgets an entry; returns when that is on disk. */
  public void drop(String kind, String name) {
    append(change(kind, name).put("dropped", true));
  }

  private ObjectNode change(String kind, String name) {
    return mapper.createObjectNode().put("kind", kind).put("name", name);
  }

  private void append(ObjectNode change) {
    try {
      writeAll(channel, line(change));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apply(change);
  }

  private String line(ObjectNode change) {
    return mapper.writeValueAsString(change) + "\n";
  }

  private static void writeAll(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.warn("the journal of the rules did not close", e);
    }
  }
}
