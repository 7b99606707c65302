package dev.plantwright.engine.gateway.rest;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens as Neuron makes them: JWT, RS256, good for an hour. Safe to use from any thread.
 *
 * <p>The pair of keys is made at first start and kept in the gateway's folder, so that tokens
 * outlive a restart.
 */
final class Tokens {
  private static final long SECONDS = 3600;
  private static final int PREFIX = 7;
  private static final Base64.Encoder ENCODE = Base64.getUrlEncoder().withoutPadding();

  private final JsonMapper json;
  private final InstantSource clock;
  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private Tokens(JsonMapper json, InstantSource clock, PrivateKey secret, PublicKey open) {
    this.json = json;
    this.clock = clock;
    this.privateKey = secret;
    this.publicKey = open;
  }

  /** With the keys in {@code neuron.key} and {@code neuron.pub} of the folder, made if missing. */
  static Tokens in(Path dir, JsonMapper json, InstantSource clock) throws IOException {
    Path secret = dir.resolve("neuron.key");
    Path open = dir.resolve("neuron.pub");
    try {
      if (!Files.exists(secret) || !Files.exists(open)) {
        make(secret, open);
      }
      KeyFactory keys = KeyFactory.getInstance("RSA");
      return new Tokens(
          json,
          clock,
          keys.generatePrivate(new PKCS8EncodedKeySpec(pem(secret))),
          keys.generatePublic(new X509EncodedKeySpec(pem(open))));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(
          "The keys " + secret + " and " + open + " cannot be used; remove them for new ones.", e);
    }
  }

  private static void make(Path secret, Path open) throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    write(secret, "PRIVATE KEY", pair.getPrivate().getEncoded());
    write(open, "PUBLIC KEY", pair.getPublic().getEncoded());
  }

  /** Whole or not at all, and never readable by others. */
  private static void write(Path file, String kind, byte[] key) throws IOException {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    String text =
        "-----BEGIN %s-----%n%s%n-----END %s-----%n"
            .formatted(kind, lines.encodeToString(key), kind);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(fresh, text);
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] pem(Path file) throws IOException {
    String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").strip();
    return Base64.getMimeDecoder().decode(body);
  }

  /** A token of a user; the first user is not named in it, as in Neuron. */
  String make(String user, boolean first) {
    long now = clock.instant().getEpochSecond();
    ObjectNode claims = json.createObjectNode();
    claims.put("aud", "neuron").put("bodyEncode", 0);
    claims.put("exp", now + SECONDS).put("iat", now).put("iss", "neuron");
    if (!first) {
      claims.put("user", user);
    }
    String header = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    String signed = header + "." + encode(json.writeValueAsString(claims));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + ENCODE.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A token cannot be signed", e);
    }
  }

  private static String encode(String text) {
    return ENCODE.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Lets an {@code Authorization} header pass. Its first seven characters are skipped, whatever
   * they are; audience and user do not matter, and without expiry a token never expires.
   */
  void check(String header) throws Refusal {
    if (header == null) {
      throw new Refusal(Code.TOKEN_MISSING);
    }
    JsonNode claims = claims(header.length() > PREFIX ? header.substring(PREFIX) : "");
    if (!claims.path("iss").asString("").equals("neuron")) {
      throw new Refusal(Code.TOKEN_UNREADABLE);
    }
    JsonNode expiry = claims.path("exp");
    if (expiry.isNumber() && expiry.asLong() < clock.instant().getEpochSecond()) {
      throw new Refusal(Code.TOKEN_EXPIRED);
    }
  }

  private JsonNode claims(String token) throws Refusal {
    String[] parts = token.split("\\.", -1);
    try {
      if (parts.length == 3 && rs256(parts[0]) && signed(parts)) {
        return json.readTree(Base64.getUrlDecoder().decode(parts[1]));
      }
    } catch (JacksonException | IllegalArgumentException | GeneralSecurityException e) {
      // Said below.
    }
    throw new Refusal(Code.TOKEN_UNREADABLE);
  }

  private boolean rs256(String header) {
    JsonNode read = json.readTree(Base64.getUrlDecoder().decode(header));
    return read.path("alg").asString("").equals("RS256");
  }

  private boolean signed(String[] parts) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(publicKey);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }
}
