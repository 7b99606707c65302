package dev.plantwright.sql.vectors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The folder of recorded cases, when this build was given one. */
record VectorFolder(Path root) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static Optional<VectorFolder> find() {
    String property = System.getProperty("vectors.dir");
    String given = property != null ? property : System.getenv("PLANTWRIGHT_VECTORS");
    return Optional.ofNullable(given)
        .filter(dir -> !dir.isBlank())
        .map(Path::of)
        .filter(Files::isDirectory)
        .map(VectorFolder::new);
  }

  /** The records of a file, one JSON object a line; none when there is no such file. */
  List<JsonNode> records(String file) {
    Path path = root.resolve(file);
    if (!Files.exists(path)) {
      return List.of();
    }
    List<JsonNode> records = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        records.add(MAPPER.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
