package dev.plantwright.sites.mqtt;

import java.net.ConnectException;
import java.net.UnknownHostException;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Why a broker or the network said no, in words. */
final class MqttReasons {
  private MqttReasons() {}

  static String words(MqttException e) {
    return switch (e.getCause()) {
      case ConnectException refused -> "the broker does not answer";
      case UnknownHostException unknown -> "there is no host " + unknown.getMessage();
      case null -> words(e.getReasonCode(), String.valueOf(e.getMessage()));
      default -> words(e.getReasonCode(), String.valueOf(e.getCause().getMessage()));
    };
  }

  /** For the reason codes of MQTT 5, those of 3.1.1 and the library's own. */
  static String words(int code, String otherwise) {
    return switch (code) {
      case 0x04, 0x86 -> "the user or the password is wrong";
      case 0x05, 0x87 -> "the broker does not allow it";
      case 0x85 -> "the broker does not accept the client id";
      case 0x88, 0x89 -> "the broker is busy";
      case 0x8B -> "the broker shuts down";
      case 0x8D -> "the broker heard nothing for too long";
      case 0x8E -> "another client took over the client id";
      case 0x93, 0x97 -> "too much at once for the broker";
      case 0x95 -> "the message is too long for the broker";
      case MqttClientException.REASON_CODE_CLIENT_TIMEOUT -> "the broker did not answer in time";
      case MqttClientException.REASON_CODE_CONNECTION_LOST -> "the connection is lost";
      case MqttClientException.REASON_CODE_CLIENT_NOT_CONNECTED -> "not connected";
      default -> otherwise;
    };
  }
}
