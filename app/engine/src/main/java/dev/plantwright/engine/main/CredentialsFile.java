package dev.plantwright.engine.main;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.Credentials.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code credentials.json} of an engine: the logins that are valid now. */
final class CredentialsFile {
  private static final Login WELL_KNOWN_NEURON = new Login("admin", "0000");
  private static final String USER = "plantwright";

  private final Path file;
  private final JsonMapper json = new JsonMapper();
  private final SecureRandom random = new SecureRandom();

  CredentialsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the logins and makes those that are missing.
   *
   * @param wellKnown take the logins tools expect instead of secret ones
   */
  Credentials load(boolean wellKnown) throws CannotStartException {
    ObjectNode all = read();
    Login mqtt = login(all, "mqtt").orElseGet(() -> new Login(USER, secret()));
    Login neuron =
        wellKnown
            ? WELL_KNOWN_NEURON
            : login(all, "neuron")
                .filter(login -> !login.equals(WELL_KNOWN_NEURON))
                .orElseGet(() -> new Login("admin", secret()));
    String token = text(all.path("inspect"), "token").orElseGet(this::secret);
    ObjectNode before = all.deepCopy();
    put(all, "mqtt", mqtt);
    put(all, "neuron", neuron);
    all.withObject("inspect").put("token", token);
    if (!all.equals(before)) {
      write(all);
    }
    return new Credentials(wellKnown ? Optional.empty() : Optional.of(mqtt), neuron, token);
  }

  private ObjectNode read() throws CannotStartException {
    if (!Files.exists(file)) {
      return json.createObjectNode();
    }
    try {
      if (json.readTree(Files.readString(file)) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException | JacksonException e) {
      throw new CannotStartException(
          file + " cannot be read; delete it to have new logins made", e);
    }
    throw new CannotStartException(file + " is no JSON object; delete it to have new logins made");
  }

  private static Optional<Login> login(JsonNode all, String door) {
    JsonNode login = all.path(door);
    return text(login, "user")
        .flatMap(user -> text(login, "password").map(password -> new Login(user, password)));
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.ofNullable(node.path(member).asString(null)).filter(text -> !text.isEmpty());
  }

  private static void put(ObjectNode all, String door, Login login) {
    all.withObject(door).put("user", login.user()).put("password", login.password());
  }

  private String secret() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private void write(ObjectNode all) throws CannotStartException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly());
      Files.write(
          fresh,
          json.writerWithDefaultPrettyPrinter()
              .writeValueAsString(all)
              .getBytes(StandardCharsets.UTF_8));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CannotStartException(file + " cannot be written: " + e, e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}
