package dev.plantwright.engine.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plantwright.engine.VectorSum;
import dev.plantwright.engine.gateway.TestGateway.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Contract of the Neuron door: the recorded requests and answers of a real Neuron, replayed against
 * a fresh gateway. Without the recordings it is skipped and says so.
 */
class NeuronVectorsTest {
  /** How many records must pass where the folder comes from the environment. */
  private static final int LEAST_PASSED = 698;

  private static final int CHAIN_A_ENDS = 235;
  private static final int CHAIN_B_STARTS = 238;
  private static final int CHAIN_B_ENDS = 751;
  private static final long PATIENCE_SECONDS = 10;

  /** Ports of the recorded device, and one where nobody listens. */
  private static final String DEVICE_PORT = "23511";

  private enum Verdict {
    PASSED,
    FAILED,
    NOT_YET,
    NOT_APPLICABLE
  }

  private final VectorList list = VectorList.read();
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  @TempDir Path dir;

  /** Folder of the gateway that is asked, with the keys of its tokens. */
  private Path keys;

  @Test
  @ExtendWith(VectorSum.Provider.class)
  void theRecordedAnswersAreGiven(VectorSum total) throws Exception {
    Optional<Path> folder = folder();
    if (folder.isEmpty()) {
      System.out.println("vectors: no recordings (vectors.dir, PLANTWRIGHT_VECTORS), skipped");
    }
    assumeTrue(folder.isPresent(), "there are no recordings");
    Path file = folder.get().resolve("neuron/captures.jsonl");
    if (!Files.exists(file)) {
      System.out.println("vectors: " + file + " is missing, skipped");
    }
    assumeTrue(Files.exists(file), "there are no recordings of Neuron");
    List<JsonNode> records =
        Files.readAllLines(file).stream().map(TestGateway.JSON::readTree).toList();
    replayWithoutDevice(part(records, 1, CHAIN_A_ENDS));
    part(records, CHAIN_A_ENDS + 1, CHAIN_B_STARTS - 1).forEach(this::notReplayed);
    replayWithDevice(part(records, CHAIN_B_STARTS, CHAIN_B_ENDS));
    part(records, CHAIN_B_ENDS + 1, Integer.MAX_VALUE).forEach(this::notReplayed);
    report(total);
    assertThat(failures).isEmpty();
    if (System.getProperty("vectors.dir") == null) {
      assertThat(sum(Verdict.PASSED)).isGreaterThanOrEqualTo(LEAST_PASSED);
    }
  }

  private static Optional<Path> folder() {
    return Optional.ofNullable(System.getProperty("vectors.dir"))
        .or(() -> Optional.ofNullable(System.getenv("PLANTWRIGHT_VECTORS")))
        .filter(text -> !text.isBlank())
        .map(Path::of);
  }

  private static int seq(JsonNode one) {
    return one.get("seq").intValue();
  }

  private void notReplayed(JsonNode one) {
    count(one, list.notApplicable(seq(one)) ? Verdict.NOT_APPLICABLE : Verdict.NOT_YET);
  }

  private static List<JsonNode> part(List<JsonNode> records, int from, int to) {
    return records.stream().filter(one -> seq(one) >= from && seq(one) <= to).toList();
  }

  private void replayWithoutDevice(List<JsonNode> chain) throws Exception {
    keys = Files.createDirectories(dir.resolve("a"));
    try (TestGateway gateway = TestGateway.alone(keys)) {
      for (JsonNode one : chain) {
        if (!one.get("kind").asString().equals("http") || !one.hasNonNull("response")) {
          notReplayed(one);
        } else {
          judge(one, exchange(gateway, one));
        }
      }
    }
  }

  private void replayWithDevice(List<JsonNode> chain) throws Exception {
    keys = Files.createDirectories(dir.resolve("b"));
    try (ModbusPeer device = new ModbusPeer();
        TestGateway gateway = TestGateway.alone(keys).login()) {
      RecordedDevice recorded = new RecordedDevice(device);
      WrittenFrames frames = new WrittenFrames(gateway);
      for (JsonNode one : chain) {
        recorded.before(seq(one));
        if (list.leftOut(seq(one))) {
          notReplayed(one);
          continue;
        }
        JsonNode moved =
            TestGateway.JSON.readTree(
                one.toString().replace(DEVICE_PORT, Integer.toString(device.port)));
        switch (one.get("kind").asString()) {
          case "http" -> {
            frames.before(moved);
            judge(moved, patiently(gateway, moved));
          }
          case "modbus" -> judge(moved, frames.difference(moved));
          default -> notReplayed(one);
        }
      }
    }
  }

  /** What is read may come a moment later than it was recorded. */
  private Optional<String> patiently(TestGateway gateway, JsonNode one) throws Exception {
    Optional<String> difference = exchange(gateway, one);
    boolean reads = one.get("request").get("path").asString().contains("/read");
    boolean excused = list.notYet(seq(one)) || list.notApplicable(seq(one));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (difference.isPresent() && reads && !excused && System.nanoTime() < end) {
      Thread.sleep(20);
      difference = exchange(gateway, one);
    }
    return difference;
  }

  private Optional<String> exchange(TestGateway gateway, JsonNode one) throws Exception {
    Reply reply = send(gateway, one);
    Optional<String> difference = difference(one, reply);
    if (reply.body().has("token")) {
      gateway.token = reply.body().get("token").asString();
    }
    return difference;
  }

  private void judge(JsonNode one, Optional<String> difference) {
    boolean excused = list.notYet(seq(one)) || list.notApplicable(seq(one));
    if (difference.isEmpty() && excused) {
      failures.add(seq(one) + " passes and is listed as if it did not");
      count(one, Verdict.FAILED);
    } else if (difference.isEmpty()) {
      count(one, Verdict.PASSED);
    } else if (excused) {
      notReplayed(one);
    } else {
      failures.add("%d %s: %s".formatted(seq(one), one.get("section"), difference.get()));
      count(one, Verdict.FAILED);
    }
  }

  private Reply send(TestGateway gateway, JsonNode one) throws Exception {
    JsonNode request = one.get("request");
    Map<String, String> headers = new HashMap<>();
    request
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asString()));
    headers.computeIfPresent("Authorization", (_, sent) -> authorization(gateway, one, sent));
    Map<String, String> query = new LinkedHashMap<>();
    request
        .path("query")
        .properties()
        .forEach(member -> query.put(member.getKey(), member.getValue().asString()));
    JsonNode body = request.path("body");
    return gateway.call(
        request.get("method").asString(),
        request.get("path").asString() + TestGateway.query(query),
        body.isMissingNode() || body.isNull()
            ? null
            : body.isString() ? body.asString() : body.toString(),
        headers);
  }

  /** Tokens that the recorded program signed are made anew, with the claims they had. */
  private String authorization(TestGateway gateway, JsonNode one, String sent) {
    if (sent.contains("<token>")) {
      return sent.replace("<token>", gateway.token);
    }
    if (!sent.contains("(shortened)")) {
      return sent;
    }
    if (sent.startsWith("eyJ")) {
      return gateway.token;
    }
    if (sent.startsWith("bearer ")) {
      return "bearer " + gateway.token;
    }
    return "Bearer " + signed(claims(one));
  }

  private static String claims(JsonNode one) {
    String note = one.path("note").asString("");
    if (!note.contains("{")) {
      return "{\"iss\":\"acme\"}";
    }
    JsonNode claims = TestGateway.JSON.readTree(note.substring(note.indexOf('{')));
    long shift = System.currentTimeMillis() / 1000 - claims.path("iat").asLong();
    var moved = (tools.jackson.databind.node.ObjectNode) claims;
    for (String name : List.of("iat", "exp")) {
      if (claims.path(name).isNumber()) {
        moved.put(name, claims.get(name).asLong() + shift);
      }
    }
    return moved.toString();
  }

  private String signed(String claims) {
    try {
      Base64.Encoder encode = Base64.getUrlEncoder().withoutPadding();
      String pem = Files.readString(keys.resolve("neuron.key")).replaceAll("-----.*-----|\\s", "");
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
      String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
      String text =
          encode.encodeToString(header.getBytes(StandardCharsets.UTF_8))
              + "."
              + encode.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + encode.encodeToString(signature.sign());
    } catch (IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<String> difference(JsonNode one, Reply reply) {
    JsonNode response = one.get("response");
    if (response.get("status").intValue() != reply.status()) {
      return Optional.of(
          "status %d, recorded %s %s; answered %s"
              .formatted(
                  reply.status(), response.get("status"), response.get("body"), reply.body()));
    }
    JsonNode body = response.path("body");
    if (!body.isObject()) {
      return Optional.empty();
    }
    String path = one.get("request").get("path").asString();
    return JsonDifference.between(JsonDifference.Rule.of(path), body, reply.body());
  }

  private void count(JsonNode one, Verdict verdict) {
    counts.computeIfAbsent(one.get("section").asString(), _ -> new int[4])[verdict.ordinal()]++;
  }

  private int sum(Verdict verdict) {
    return counts.values().stream().mapToInt(count -> count[verdict.ordinal()]).sum();
  }

  private void report(VectorSum total) {
    counts.forEach(
        (section, count) ->
            System.out.printf(
                "neuron %-36s %4d passed %3d failed %4d not yet %3d not applicable%n",
                section, count[0], count[1], count[2], count[3]));
    failures.forEach(failure -> System.out.println("neuron FAILED " + failure));
    int passed = sum(Verdict.PASSED);
    int failed = sum(Verdict.FAILED);
    int notYet = sum(Verdict.NOT_YET);
    System.out.printf(
        "neuron: %d passed, %d failed, %d not yet, %d not applicable%n",
        passed, failed, notYet, sum(Verdict.NOT_APPLICABLE));
    total.add(passed, failed, notYet, sum(Verdict.NOT_APPLICABLE));
  }
}
