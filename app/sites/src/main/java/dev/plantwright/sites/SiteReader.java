package dev.plantwright.sites;

import dev.plantwright.sites.Site.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Makes a {@link Site} of what is written down about it: the ready line of an engine, its {@code
 * site.json}, or a plant's {@code sites/NAME.json}.
 */
public final class SiteReader {
  private static final String LOOPBACK = "127.0.0.1";

  private SiteReader() {}

  /**
   * The site an engine has opened.
   *
   * @param ready the object of the ready line: ports by key, {@code credentials} a path, {@code
   *     host} if it is not loopback
   * @param folder what a relative path of the credentials is relative to
   * @throws IOException if the credentials cannot be read; the message says which file
   */
  public static Site ofEngine(String name, JsonNode ready, Path folder) throws IOException {
    String host = ready.path("host").asString(LOOPBACK);
    JsonNode logins = tree(folder.resolve(ready.path("credentials").asString("credentials.json")));
    return new Site(
        name,
        Kind.LOCAL,
        port(ready, "mqtt").map(port -> new Site.Broker(host, port, login(logins.path("mqtt")))),
        port(ready, "neuron")
            .flatMap(
                port ->
                    login(logins.path("neuron"))
                        .map(login -> new Site.Neuron(http(host, port), login))),
        port(ready, "ekuiper").map(port -> http(host, port)),
        port(ready, "inspect")
            .map(
                port ->
                    new Site.Inspect(
                        http(host, port), text(logins.path("inspect"), "token", text -> text))),
        Optional.empty());
  }

  /**
   * The site a file describes, the engine's {@code site.json} or a plant's.
   *
   * @param resolve replaces {@code ${secret:...}} in texts
   * @throws IOException if the file cannot be read or is no description of a site that can be
   *     reached by itself, such as a plant's {@code {"kind": "local"}}
   */
  public static Site read(Path file, UnaryOperator<String> resolve) throws IOException {
    JsonNode site = tree(file);
    String name = file.getFileName().toString().replaceFirst("\\.json$", "");
    boolean engine = site.path("mqtt").isIntegralNumber() || site.has("credentials");
    if (engine) {
      return ofEngine("local", site, file.toAbsolutePath().getParent());
    }
    if (site.path("kind").asString("remote").equals("local")) {
      throw new IOException(
          file + " stands for the local engine; give the site.json in the engine's folder instead");
    }
    return remote(name, site.path("doors"), resolve);
  }

  private static Site remote(String name, JsonNode doors, UnaryOperator<String> resolve)
      throws IOException {
    try {
      return new Site(
          name,
          Kind.REMOTE,
          broker(doors.path("mqtt"), resolve),
          gateway(doors.path("neuron"), resolve),
          text(doors.path("ekuiper"), "url", resolve).map(URI::create),
          text(doors.path("inspect"), "url", resolve)
              .map(URI::create)
              .map(url -> new Site.Inspect(url, text(doors.path("inspect"), "token", resolve))),
          text(doors.path("simulator"), "url", resolve).map(URI::create));
    } catch (IllegalArgumentException e) {
      throw new IOException("site " + name + ": " + e.getMessage(), e);
    }
  }

  private static Optional<Site.Broker> broker(JsonNode door, UnaryOperator<String> resolve) {
    return text(door, "host", resolve)
        .map(host -> new Site.Broker(host, door.path("port").asInt(1883), login(door, resolve)));
  }

  private static Optional<Site.Neuron> gateway(JsonNode door, UnaryOperator<String> resolve) {
    return text(door, "url", resolve)
        .map(URI::create)
        .map(url -> new Site.Neuron(url, login(door, resolve).orElseGet(() -> new Login("", ""))));
  }

  private static Optional<Login> login(JsonNode door) {
    return login(door, text -> text);
  }

  private static Optional<Login> login(JsonNode door, UnaryOperator<String> resolve) {
    return text(door, "user", resolve)
        .map(user -> new Login(user, text(door, "password", resolve).orElse("")));
  }

  private static Optional<String> text(
      JsonNode door, String member, UnaryOperator<String> resolve) {
    return Optional.ofNullable(door.path(member).asString(null)).map(resolve);
  }

  private static Optional<Integer> port(JsonNode ready, String key) {
    return Optional.of(ready.path(key)).filter(JsonNode::isIntegralNumber).map(JsonNode::asInt);
  }

  private static URI http(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }

  private static JsonNode tree(Path file) throws IOException {
    try {
      return Json.read(Files.readString(file));
    } catch (JacksonException e) {
      throw new IOException(file + " is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
