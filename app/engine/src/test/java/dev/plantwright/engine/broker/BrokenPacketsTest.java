package dev.plantwright.engine.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.engine.broker.access.Users;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that break the standard end their connection, with the reason in MQTT 5, and no other. */
class BrokenPacketsTest {
  @TempDir Path dir;
  private TestBroker broker;

  @BeforeEach
  void start() throws IOException {
    broker = TestBroker.open(dir);
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "PUBLISH with QoS 3,                 36 05 0001 61 0001,        81",
    "DUP with QoS 0,                     38 03 0001 61,             81",
    "packet identifier 0,                32 06 0001 61 0000 00,     81",
    "PUBREL with wrong flags,            60 02 0001,                81",
    "PUBACK with flags,                  41 02 0001,                81",
    "PINGREQ with flags,                 C1 00,                     81",
    "PINGREQ with a body,                C0 01 00,                  81",
    "SUBSCRIBE with wrong flags,         80 07 0001 00 0001 61 00,  81",
    "SUBSCRIBE cut before its options,   82 06 0001 00 0001 61,     81",
    "SUBSCRIBE without a filter,         82 03 0001 00,             82",
    "SUBSCRIBE with a reserved bit,      82 07 0001 00 0001 61 40,  81",
    "SUBSCRIBE with QoS 3,               82 07 0001 00 0001 61 03,  81",
    "retain handling 3,                  82 07 0001 00 0001 61 30,  82",
    "No Local for a shared subscription, 82 10 0001 00 000A 2473686172652F672F61 04, 82",
    "UNSUBSCRIBE without a filter,       A2 03 0001 00,             82",
    "a topic that is not UTF-8,          30 05 0002 C328 00,        81",
    "a topic with U+0000,                30 04 0001 00 00,          81",
    "a surrogate in UTF-8,               30 06 0003 EDA080 00,      81",
    "a topic longer than the packet,     30 04 0009 61 00,          81",
    "a wildcard in a topic,              30 04 0001 23 00,          90",
    "a length of five bytes,             30 80 80 80 80 01,         81",
    "a packet that is too large,         30 FF FF FF 7F,            95",
    "an unknown property,                30 06 0001 61 02 7E 00,    81",
    "a property of another packet,       30 07 0001 61 03 21 0001,  82",
    "a property twice,                   30 08 0001 61 04 01 00 01 00, 82",
    "a subscription identifier sent by a client, 30 06 0001 61 02 0B 01, 82",
    "payload format 2,                   30 06 0001 61 02 01 02,    82",
    "topic alias 0,                      30 07 0001 61 03 23 0000,  94",
    "a topic alias beyond the maximum,   30 07 0001 61 03 23 FFFF,  94",
    "an unknown topic alias,             30 06 0000 03 23 0001,     82",
    "no topic and no alias,              30 03 0000 00,             82",
    "a second CONNECT,                   10 0F 0004 4D515454 05 02 003C 00 0002 6162, 82",
    "CONNACK from a client,              20 03 00 00 00,            82",
    "packet type 0,                      00 00,                     82",
    "AUTH without a method,              F0 00,                     82",
    "an expiry for a session without,    E0 07 00 05 11 00000001,   82"
  })
  void a_broken_packet_is_answered_with_its_reason_and_the_connection_closed(
      String what, String hex, String reason) throws IOException {
    try (Peer bystander = broker.connected(MqttVersion.MQTT_5, "bystander")) {
      try (Peer v5 = broker.connected(MqttVersion.MQTT_5, "c5")) {
        v5.sendHex(hex);
        assertThat(v5.nextReason()).as(what).isEqualTo(Integer.parseInt(reason, 16));
        assertThat(v5.isClosedByBroker()).isTrue();
      }
      bystander.expectNothingBeforePing();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "36 05 0001 61 0001",
        "60 02 0001",
        "82 05 0001 0001 61",
        "82 06 0001 0001 61 04",
        "30 04 0002 C328",
        "30 03 0001 00",
        "30 03 0001 2B",
        "C1 00",
        "F0 00",
        "30 02 0000"
      })
  void below_version_5_the_connection_is_closed_without_a_word(String hex) throws IOException {
    try (Peer v3 = broker.connected(MqttVersion.MQTT_3_1_1, "c3")) {
      v3.sendHex(hex);
      assertThat(v3.isClosedByBroker()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C0 00", // not CONNECT
        "10 0E 0004 4D515454 04 03 003C 0002 6162", // reserved flag
        "10 0E 0004 4D515454 04 1A 003C 0002 6162", // will QoS without a will
        "10 0E 0004 4D515454 04 42 003C 0002 6162", // password without a user
        "10 0F 0004 4D515454 04 02 003C 0002 6162 00", // bytes behind the payload
        "10 0E 0004 4D515458 04 02 003C 0002 6162", // another protocol
        "10 0E 0004 4D515454 04 02 003C 0003 6162", // ends in a field
        "474554202F20485454502F312E310D0A0D0A" // a browser
      })
  void a_broken_connect_is_closed(String hex) throws IOException {
    try (Peer v3 = broker.peer(MqttVersion.MQTT_3_1_1)) {
      v3.sendHex(hex);
      assertThat(v3.isClosedByBroker()).isTrue();
    }
  }

  @Test
  void a_protocol_level_nobody_speaks_is_named_as_the_reason() throws IOException {
    try (Peer v3 = broker.peer(MqttVersion.MQTT_3_1_1)) {
      v3.sendHex("10 0E 0004 4D515454 02 02 003C 0002 6162");
      assertThat(v3.next().toString()).contains("UNACCEPTABLE_PROTOCOL_VERSION");
      assertThat(v3.isClosedByBroker()).isTrue();
    }
  }

  @Test
  void a_login_that_is_wrong_or_missing_is_refused() throws IOException {
    try (TestBroker locked = TestBroker.open(dir.resolve("locked"), Users.only("u", "geheim"))) {
      for (MqttVersion version : MqttVersion.values()) {
        boolean v5 = version == MqttVersion.MQTT_5;
        try (Peer wrong = locked.peer(version)) {
          assertThat(
                  wrong
                      .connect(c -> login(c.clientId("a"), "u", "falsch"))
                      .variableHeader()
                      .connectReturnCode())
              .isEqualTo(
                  v5
                      ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                      : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
          assertThat(wrong.isClosedByBroker()).isTrue();
        }
        try (Peer anonymous = locked.peer(version)) {
          assertThat(anonymous.connect(c -> c.clientId("a")).variableHeader().connectReturnCode())
              .isEqualTo(
                  v5
                      ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                      : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
        }
        try (Peer right = locked.peer(version)) {
          assertThat(
                  right
                      .connect(c -> login(c.clientId("a"), "u", "geheim"))
                      .variableHeader()
                      .connectReturnCode())
              .isEqualTo(MqttConnectReturnCode.CONNECTION_ACCEPTED);
        }
      }
    }
  }

  private static MqttMessageBuilders.ConnectBuilder login(
      MqttMessageBuilders.ConnectBuilder connect, String user, String password) {
    return connect
        .hasUser(true)
        .hasPassword(true)
        .username(user)
        .password(password.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void packets_in_pieces_of_one_byte_are_packets() throws IOException {
    try (Peer peer = broker.peer(MqttVersion.MQTT_3_1_1)) {
      String connect = "100E00044D51545404020000" + "00026162";
      for (int i = 0; i < connect.length(); i += 2) {
        peer.sendHex(connect.substring(i, i + 2));
      }
      peer.next();
      peer.expectNothingBeforePing();
    }
  }
}
