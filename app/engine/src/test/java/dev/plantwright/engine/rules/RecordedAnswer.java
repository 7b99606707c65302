package dev.plantwright.engine.rules;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One recorded request with its answer. */
final class RecordedAnswer {
  private final JsonMapper mapper;
  private final JsonNode record;
  private final Set<String> ignored = new HashSet<>();
  private final Set<String> unordered = new HashSet<>();

  RecordedAnswer(JsonMapper mapper, JsonNode record) {
    this.mapper = mapper;
    this.record = record;
    record.path("volatile").forEach(p -> ignored.add(p.stringValue()));
    record.path("unordered").forEach(p -> unordered.add(p.stringValue()));
    if (record.get("request").get("path").stringValue().matches("/(\\?.*)?")) {
      // Another version of the product, on another machine.
      ignored.addAll(Set.of("/version", "/os", "/arch"));
    }
  }

  /** What is different when the request is made now; empty if nothing is. */
  String difference(Site site) throws Exception {
    HttpResponse<String> answer = send(site);
    JsonNode expected = record.get("response");
    int status = expected.get("status").intValue();
    if (answer.statusCode() != status) {
      return describe()
          + " expected "
          + status
          + " "
          + expected.get("body")
          + " but got "
          + answer.statusCode()
          + " "
          + answer.body();
    }
    String difference = body(expected, answer.body());
    return difference.isEmpty() ? "" : describe() + " " + difference;
  }

  private String describe() {
    JsonNode request = record.get("request");
    return request.get("method").stringValue()
        + " "
        + request.get("path").stringValue()
        + " "
        + request.path("body");
  }

  private HttpResponse<String> send(Site site) throws Exception {
    JsonNode request = record.get("request");
    String query =
        StreamSupport.stream(request.path("query").properties().spliterator(), false)
            .map(e -> e.getKey() + "=" + encoded(text(e.getValue())))
            .collect(Collectors.joining("&"));
    String path = request.get("path").stringValue() + (query.isEmpty() ? "" : "?" + query);
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path));
    builder.method(
        request.get("method").stringValue(), HttpRequest.BodyPublishers.ofString(payload(request)));
    request
        .path("headers")
        .properties()
        .forEach(e -> builder.setHeader(e.getKey(), text(e.getValue())));
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(builder.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private String payload(JsonNode request) {
    JsonNode body = request.path("body");
    if (body.isNull() || body.isMissingNode()) {
      return "";
    }
    boolean raw = request.path("raw").asBoolean(false);
    return raw ? body.asString("") : GoSpacing.of(mapper, body);
  }

  private static String text(JsonNode node) {
    return node.isArray() ? node.get(0).asString("") : node.asString("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String body(JsonNode expected, String actual) {
    if (ignored.contains("")) {
      return "";
    }
    return switch (expected.get("body_type").stringValue()) {
      case "none" -> actual.isEmpty() ? "" : "expected nothing but got " + actual;
      case "json" -> {
        try {
          yield compare("", expected.get("body"), mapper.readTree(actual));
        } catch (tools.jackson.core.JacksonException e) {
          yield "expected " + expected.get("body") + " but got " + actual;
        }
      }
      default ->
          expected.get("body").stringValue().equals(actual)
              ? ""
              : "expected " + expected.get("body") + " but got " + actual;
    };
  }

  private String compare(String pointer, JsonNode expected, JsonNode actual) {
    if (ignored.contains(pointer)) {
      return expected.getNodeType() == actual.getNodeType()
          ? ""
          : pointer + " should be a " + expected.getNodeType() + " but is " + actual;
    }
    if (expected.isObject() && actual.isObject()) {
      return members(pointer, expected, actual);
    }
    if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
      return elements(pointer, expected, actual);
    }
    return expected.equals(actual) ? "" : pointer + " expected " + expected + " but got " + actual;
  }

  private String members(String pointer, JsonNode expected, JsonNode actual) {
    Set<String> names = new HashSet<>(expected.propertyNames());
    if (!names.equals(new HashSet<>(actual.propertyNames()))) {
      Set<String> missing = new HashSet<>(names);
      missing.removeAll(actual.propertyNames());
      Set<String> surplus = new HashSet<>(actual.propertyNames());
      surplus.removeAll(names);
      return pointer + " misses " + missing + " and has " + surplus;
    }
    for (String name : names) {
      String difference = compare(pointer + "/" + name, expected.get(name), actual.get(name));
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private String elements(String pointer, JsonNode expected, JsonNode actual) {
    if (unordered.contains(pointer)) {
      boolean same = bag(expected).equals(bag(actual));
      return same ? "" : pointer + " expected " + expected + " but got " + actual;
    }
    Iterator<JsonNode> present = actual.iterator();
    int index = 0;
    for (JsonNode element : expected) {
      String difference = compare(pointer + "/" + index++, element, present.next());
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static java.util.List<String> bag(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::toString)
        .sorted()
        .toList();
  }
}
