package dev.plantwright.sites.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plantwright.sites.DoorException;
import dev.plantwright.sites.Site;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MqttLinkTest {
  private final BlockingQueue<LinkState> states = new LinkedBlockingQueue<>();

  private MqttLink link(int port) {
    Site.Broker broker = new Site.Broker("127.0.0.1", port, Optional.empty());
    MqttLink link =
        new MqttLink(
            new MqttLink.Options(broker, "test", List.of("#"), 0),
            message -> {},
            InstantSource.system());
    link.onState(states::add);
    return link;
  }

  private LinkState nextState() throws InterruptedException {
    LinkState state = states.poll(10, TimeUnit.SECONDS);
    assertThat(state).as("a state within 10 s").isNotNull();
    return state;
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void triesAgainAndSaysWhyAndWhenWhileNobodyAnswers() throws Exception {
    try (MqttLink link = link(closedPort())) {
      assertThat(link.state()).isEqualTo(new LinkState.Off());
      link.open();
      assertThat(nextState()).isEqualTo(new LinkState.Connecting());
      assertThat(nextState())
          .isInstanceOfSatisfying(
              LinkState.Retrying.class,
              retrying -> {
                assertThat(retrying.cause()).isEqualTo("the broker does not answer");
                assertThat(retrying.nextTry())
                    .isAfter(InstantSource.system().instant().minusSeconds(2));
              });
      assertThat(nextState()).isEqualTo(new LinkState.Connecting());
    }
    assertThat(states).last().isEqualTo(new LinkState.Off());
  }

  @Test
  void refusesToPublishWhileItIsNotConnected() throws Exception {
    try (MqttLink link = link(closedPort())) {
      assertThatThrownBy(() -> link.publish("a", new byte[0], 0, false))
          .isInstanceOf(DoorException.class)
          .hasMessageContaining("Not connected to the broker");
    }
  }

  @Test
  void namesABrokerThatHangsUp() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!rude.isClosed()) {
                  try {
                    rude.accept().close();
                  } catch (IOException e) {
                    return;
                  }
                }
              });
      try (MqttLink link = link(rude.getLocalPort())) {
        link.open();
        assertThat(nextState()).isEqualTo(new LinkState.Connecting());
        assertThat(nextState()).isInstanceOf(LinkState.Retrying.class);
      }
    }
  }

  @Test
  void canBeClosedWithoutEverHavingBeenOpened() throws Exception {
    MqttLink link = link(closedPort());
    link.close();
    assertThat(link.state()).isEqualTo(new LinkState.Off());
  }
}
