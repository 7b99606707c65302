package dev.plantwright.engine.gateway.north;

import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import java.util.Optional;

/**
 * Settings of an {@code MQTT} node.
 *
 * @param state where and how often the states of drivers are told; empty: never
 * @param cacheBytes what is kept of uploads while there is no broker; 0: nothing
 * @param cachePause ms between two cached messages when the broker is back
 */
record MqttSettings(
    String clientId,
    int qos,
    UploadFormat format,
    boolean uploadErrors,
    boolean requests,
    String writeRequests,
    String writeResponses,
    Optional<StateReport> state,
    long cacheBytes,
    long cachePause,
    String host,
    int port,
    Optional<String> user,
    Optional<String> password) {
  private static final long LAST_PORT = 65535;
  private static final long MEGABYTE = 1_000_000;

  record StateReport(String topic, long seconds) {}

  static MqttSettings of(Settings settings) throws Refusal {
    long port = settings.requiredNumber("port");
    refuse(port < 1 || port > LAST_PORT, "The port of the broker must be 1 to 65535.");
    refuse(settings.flag("ssl", false), "TLS to a broker (ssl) is not supported yet.");
    boolean cached = settings.flag("offline-cache", true);
    long megabytes = 0;
    if (cached) {
      megabytes = settings.requiredNumber("cache-mem-size");
      settings.requiredNumber("cache-disk-size");
    }
    return new MqttSettings(
        settings.requiredText("client-id"),
        qos(settings.number("qos", 0)),
        format(settings.requiredNumber("format")),
        settings.flag("upload_err", true),
        settings.flag("enable_topic", true),
        settings.requiredText("write-req-topic"),
        settings.requiredText("write-resp-topic"),
        state(settings),
        megabytes * MEGABYTE,
        settings.number("cache-sync-interval", 100),
        settings.requiredText("host"),
        (int) port,
        settings.text("username"),
        settings.text("password"));
  }

  private static int qos(long qos) throws Refusal {
    refuse(qos < 0 || qos > 2, "QoS is 0, 1 or 2.");
    return (int) qos;
  }

  private static UploadFormat format(long number) throws Refusal {
    return switch ((int) number) {
      case 0 -> UploadFormat.VALUES;
      case 1 -> UploadFormat.TAGS;
      default ->
          throw new Refusal(
              Code.SETTINGS_REFUSED,
              "Upload format %d is not supported yet: 0 (values) and 1 (tags) are."
                  .formatted(number));
    };
  }

  private static Optional<StateReport> state(Settings settings) throws Refusal {
    if (!settings.flag("upload_drv_state", false)) {
      return Optional.empty();
    }
    return Optional.of(
        new StateReport(
            settings.requiredText("upload_drv_state_topic"),
            Math.max(1, settings.number("upload_drv_state_interval", 1))));
  }

  private static void refuse(boolean bad, String message) throws Refusal {
    if (bad) {
      throw new Refusal(Code.SETTINGS_REFUSED, message);
    }
  }
}
