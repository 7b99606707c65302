package dev.plantwright.shell.drafts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Unsaved text of a plant file.
 *
 * @param file relative to the plant, with {@code /}
 * @param base {@link #hash} of the saved text it was made from
 */
record Draft(String file, Instant at, String base, String text) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter BEFORE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  String print() {
    ObjectNode root = JSON.createObjectNode();
    root.put("file", file).put("at", at.toString()).put("base", base).put("text", text);
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  static Draft parse(String text) throws IOException {
    try {
      JsonNode root = JSON.readTree(text);
      return new Draft(
          root.path("file").stringValue(),
          Instant.parse(root.path("at").stringValue()),
          root.path("base").stringValue(),
          root.path("text").stringValue());
    } catch (JacksonException | DateTimeException e) {
      throw new IOException("no draft: " + e.getMessage(), e);
    }
  }

  /** Time of the last change: {@code 14:05}, with the day if that was not {@code today}. */
  String time(LocalDate today, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    return (time.toLocalDate().equals(today) ? TODAY : BEFORE).format(time);
  }
}
