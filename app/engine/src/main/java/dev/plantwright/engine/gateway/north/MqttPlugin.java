package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.Credentials;
import dev.plantwright.engine.broker.LocalClients;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.NodeKind;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/** Publishes readings over MQTT and answers requests to read and write. */
public final class MqttPlugin implements NorthPlugin {
  private final LocalClients clients;
  private final Optional<Credentials.Login> login;
  private final BiPredicate<String, Integer> ownBroker;
  private final InstantSource clock;

  /**
   * @param clients sessions on the engine's own broker
   * @param login what that broker asks for
   * @param ownBroker whether a host and port are that broker
   */
  public MqttPlugin(
      LocalClients clients,
      Optional<Credentials.Login> login,
      BiPredicate<String, Integer> ownBroker,
      InstantSource clock) {
    this.clients = clients;
    this.login = login;
    this.ownBroker = ownBroker;
    this.clock = clock;
  }

  @Override
  public Plugin plugin() {
    return new Plugin(
        "MQTT",
        "mqtt",
        "libplugin-mqtt.so",
        NodeKind.APP,
        "Publishes readings over MQTT and takes requests to read and write.");
  }

  @Override
  public void check(Settings settings) throws Refusal {
    MqttSettings.of(settings);
  }

  @Override
  public void checkSubscription(Optional<JsonNode> params) throws Refusal {
    if (params.isPresent() && new Settings(params.get()).text("topic").isEmpty()) {
      throw new Refusal(Code.MQTT_TOPIC_MISSING, "The subscription has no topic.");
    }
  }

  @Override
  public NorthApp start(String node, Settings settings, GatewayAccess gateway) throws Refusal {
    MqttSettings read = MqttSettings.of(settings);
    return new MqttApp(node, read, link(read), gateway, clock);
  }

  /**
   * In process only with the login that the broker would take from everybody; any other one is
   * judged by the broker itself, through its socket.
   */
  private BrokerLink link(MqttSettings settings) {
    boolean own = ownBroker.test(settings.host(), settings.port());
    boolean known =
        login.isEmpty()
            || login.get().user().equals(settings.user().orElse(""))
                && login.get().password().equals(settings.password().orElse(""));
    return own && known
        ? new LocalLink(clients, settings.clientId(), settings.user().orElse(""))
        : new PahoLink(settings);
  }
}
