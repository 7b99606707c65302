package dev.plantwright.engine.rules.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the product's server reads it: member names in any case, complaints in its words. */
public final class GoJsonReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final JsonFactory FACTORY = new JsonFactory();

  private GoJsonReader() {}

  /** A text as a tree, or the complaint about it; what follows the first value does not count. */
  public sealed interface Read {
    record Tree(JsonNode node) implements Read {}

    record Broken(String complaint) implements Read {}
  }

  /**
   * Reads a text.
   *
   * @param atEnd what is said of a text that ends too early
   */
  public static Read read(String text, String atEnd) {
    if (text.isBlank()) {
      return new Read.Broken(atEnd);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new Read.Tree(MAPPER.readTree(parser));
    } catch (JacksonException e) {
      return new Read.Broken(complaint(text, atEnd, e));
    }
  }

  private static String complaint(String text, String atEnd, JacksonException e) {
    long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    int at = Math.clamp(offset, 0, text.length());
    String before = text.substring(0, at).stripTrailing();
    String rest = text.substring(at);
    if (!before.isEmpty() && rest.isBlank()) {
      before = before.substring(0, before.length() - 1).stripTrailing();
      rest = text.substring(before.length()).strip();
      if (offset >= text.length()) {
        return atEnd;
      }
    }
    boolean key = text.strip().startsWith("{") && (before.endsWith("{") || before.endsWith(","));
    String first = rest.isEmpty() ? text.strip().substring(0, 1) : rest.substring(0, 1);
    return "invalid character '%s' looking for beginning of %s"
        .formatted(first, key ? "object key string" : "value");
  }

  /** Members by lower-case name; of two that differ in case the last one counts. */
  public static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            entry -> {
              if (!entry.getValue().isNull()) {
                members.put(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue());
              }
            });
    return members;
  }

  /** The complaint about a value that is not of the kind the product's structure has. */
  public static String mismatch(JsonNode node, String place) {
    return "json: cannot unmarshal " + kind(node) + " into Go " + place;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "bool";
      case ARRAY -> "array";
      default -> "object";
    };
  }

  /** The values of an array of strings; empty if it is none. */
  public static Optional<List<String>> strings(JsonNode node) {
    if (!node.isArray()) {
      return Optional.empty();
    }
    List<String> texts = new java.util.ArrayList<>();
    for (JsonNode element : node) {
      if (!element.isString()) {
        return Optional.empty();
      }
      texts.add(element.stringValue());
    }
    return Optional.of(texts);
  }
}
