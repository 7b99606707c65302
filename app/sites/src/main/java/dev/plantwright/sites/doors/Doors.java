package dev.plantwright.sites.doors;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.HttpDoor;
import dev.plantwright.sites.Site;
import dev.plantwright.sites.ekuiper.EkuiperClient;
import dev.plantwright.sites.inspect.InspectClient;
import dev.plantwright.sites.neuron.NeuronClient;
import dev.plantwright.sites.simulator.SimulatorClient;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Function;

/**
 * The REST clients of one site over one HTTP client. Making it opens no connection. A door the site
 * does not have is a {@link DoorException} that says so, at the moment it is asked for.
 */
public final class Doors implements AutoCloseable {
  private final Site site;
  private final HttpClient client = HttpDoor.newClient();
  private final Optional<NeuronClient> neuron;

  public Doors(Site site) {
    this.site = site;
    this.neuron = site.neuron().map(door -> new NeuronClient(door, client));
  }

  /** The site these doors belong to. */
  public Site site() {
    return site;
  }

  /** The gateway. */
  public NeuronClient neuron() {
    return neuron.orElseThrow(() -> missing("neuron", "gateway"));
  }

  /** The rule engine. */
  public EkuiperClient ekuiper() {
    return open(site.ekuiper(), "ekuiper", "rule engine", url -> new EkuiperClient(url, client));
  }

  /** What only the local engine tells. */
  public InspectClient inspect() {
    return open(site.inspect(), "inspect", "inspect door", at -> new InspectClient(at, client));
  }

  /** The simulated devices. */
  public SimulatorClient simulator() {
    return open(
        site.simulator(), "simulator", "simulator", url -> new SimulatorClient(url, client));
  }

  /** Ends the connections; calls under way fail. */
  @Override
  public void close() {
    client.shutdownNow();
  }

  private <A, C> C open(Optional<A> address, String key, String what, Function<A, C> factory) {
    return address.map(factory).orElseThrow(() -> missing(key, what));
  }

  private DoorException missing(String key, String what) {
    return new DoorException(key, 0, 0, "Site " + site.name() + " has no " + what + ".");
  }
}
