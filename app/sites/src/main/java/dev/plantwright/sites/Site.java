package dev.plantwright.sites;

import java.net.URI;
import java.util.Optional;

/**
 * Where a plant runs, seen through its doors. A door that is empty is not there; a site never
 * invents one. Immutable.
 *
 * @param name as the plant calls it, such as {@code local} or {@code berlin}
 * @param simulator control door of the simulator, for sites whose devices are simulated
 */
public record Site(
    String name,
    Kind kind,
    Optional<Broker> mqtt,
    Optional<Neuron> neuron,
    Optional<URI> ekuiper,
    Optional<Inspect> inspect,
    Optional<URI> simulator) {

  /** Whether the workbench runs the site itself or only talks to it. */
  public enum Kind {
    LOCAL,
    REMOTE
  }

  /**
   * An MQTT broker over TCP.
   *
   * @param login empty: anonymous
   */
  public record Broker(String host, int port, Optional<Login> login) {}

  /**
   * A Neuron or NeuronEX gateway.
   *
   * @param url scheme, host and port, such as {@code http://127.0.0.1:7000}
   */
  public record Neuron(URI url, Login login) {}

  /**
   * The local engine's own door for what no product offers.
   *
   * @param token bearer token; empty: none is asked for
   */
  public record Inspect(URI url, Optional<String> token) {
    @Override
    public String toString() {
      return url.toString();
    }
  }

  /** A site with a name and no doors yet. */
  public static Site named(String name, Kind kind) {
    return new Site(
        name,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same site, its simulated devices steered through {@code control}. */
  public Site withSimulator(URI control) {
    return new Site(name, kind, mqtt, neuron, ekuiper, inspect, Optional.of(control));
  }
}
