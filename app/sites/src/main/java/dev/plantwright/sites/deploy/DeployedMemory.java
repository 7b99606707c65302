package dev.plantwright.sites.deploy;

import dev.plantwright.sites.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a plant has deployed to a site so far, kept in the plant's {@code .plantwright} folder. Only
 * what is in here is ever removed from a site. Immutable.
 *
 * @param things what was deployed
 * @param streams fingerprints of statement and description by stream, for engines that do not tell
 *     the statement they have
 */
record DeployedMemory(Path file, Set<Thing> things, Map<String, String> streams) {
  private static final Logger LOG = LoggerFactory.getLogger(DeployedMemory.class);

  DeployedMemory {
    things = Set.copyOf(things);
    streams = Map.copyOf(streams);
  }

  /** An unreadable file is as none: then nothing is removed. */
  static DeployedMemory load(Path plant, String site) {
    String name = "deployed-" + site.replaceAll("[^A-Za-z0-9_.-]", "_") + ".json";
    Path file = plant.resolve(".plantwright").resolve(name);
    if (!Files.exists(file)) {
      return new DeployedMemory(file, Set.of(), Map.of());
    }
    try {
      return read(file, Json.read(Files.readString(file)));
    } catch (IOException | JacksonException e) {
      LOG.warn("{} cannot be read, so nothing will be removed from {}", file, site, e);
      return new DeployedMemory(file, Set.of(), Map.of());
    }
  }

  private static DeployedMemory read(Path file, JsonNode json) {
    Set<Thing> things = new HashSet<>();
    Json.items(json.path("things")).flatMap(thing -> thing(thing).stream()).forEach(things::add);
    Map<String, String> streams = new TreeMap<>();
    json.path("streams")
        .properties()
        .forEach(s -> streams.put(s.getKey(), s.getValue().asString("")));
    return new DeployedMemory(file, things, streams);
  }

  // A kind followed by the path; a kind this version does not know is nothing it could remove.
  private static Optional<Thing> thing(JsonNode json) {
    List<String> words = Json.items(json).map(word -> word.asString("")).toList();
    return Arrays.stream(Thing.Kind.values())
        .filter(kind -> !words.isEmpty() && kind.word().equals(words.getFirst()))
        .map(kind -> new Thing(kind, words.subList(1, words.size())))
        .findFirst();
  }

  DeployedMemory with(Set<Thing> newThings, Map<String, String> newStreams) {
    return new DeployedMemory(file, newThings, newStreams);
  }

  /** True when the engine still has the stream as it was after this statement was deployed. */
  boolean hasStream(String name, String sql, String description) {
    return fingerprint(sql, description).equals(streams.get(name));
  }

  /** Of a statement and what the engine says about the stream it made; tells no secret. */
  static String fingerprint(String sql, String description) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(sql.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(description.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void save() throws IOException {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("things");
    things.stream()
        .sorted(Comparator.comparing(Thing::toString))
        .forEach(
            thing -> {
              ArrayNode words = list.addArray().add(thing.kind().word());
              thing.path().forEach(words::add);
            });
    ObjectNode marks = json.putObject("streams");
    new TreeMap<>(streams).forEach(marks::put);
    Files.createDirectories(file.getParent());
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, Json.write(json));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
