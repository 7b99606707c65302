package dev.plantwright.simulator.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.simulator.ManualClock;
import dev.plantwright.simulator.Simulator;
import dev.plantwright.simulator.TestPlant;
import dev.plantwright.simulator.Wire;
import io.vertx.core.json.JsonArray;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a device makes of clients that do not keep to the protocol. */
class HostileClientTest {
  private static final String READ = "03 0000 0001";

  @TempDir Path folder;
  private Simulator simulator;
  private int port;

  @BeforeEach
  void start() {
    simulator =
        new TestPlant(folder)
            .device(
                "d",
                """
                "p": {"address": "1!400001", "type": "UINT16", "behaviour": {"kind": "constant", "value": 3}},
                "last": {"address": "1!400200", "type": "UINT16", "behaviour": {"kind": "constant", "value": 3}}
                """,
                "")
            .start(new ManualClock());
    port = simulator.ready().devices().get("d");
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void stillAnswers() {
    try (Wire wire = new Wire(port)) {
      assertThat(wire.ask(READ)).isEqualTo("03020003");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // nothing at all
        "0001", // half a header
        "0001 0000 0006 01 03 0000", // half a frame
        "0001 0000 0000", // no length
        "0001 0000 0000 0000 0000",
        "0001 0000 0001 01", // a unit and no function
        "0001 0000 0002 01 03", // a function alone
        "0001 0000 ffff 01 03 0000 0001", // a length that never comes
        "ffff ffff ffff ffff ffff ffff",
        "474554202f20485454502f312e310d0a0d0a" // a browser
      })
  void rubbishHarmsItsOwnConnectionOnly(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(HexFormat.of().parseHex(bytes.replace(" ", "")));
      stillAnswers();
    }
    stillAnswers();
  }

  @Test
  void randomBytesHarmTheirOwnConnectionOnly() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      byte[] bytes = new byte[1 + random.nextInt(400)];
      random.nextBytes(bytes);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(bytes);
      }
    }
    stillAnswers();
  }

  @Test
  void anotherProtocolThanModbusIsNotAnswered() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5000);
      byte[] other = HexFormat.of().parseHex("000100070006010300000001");
      byte[] modbus = HexFormat.of().parseHex("000200000006010300000001");
      socket.getOutputStream().write(other);
      socket.getOutputStream().write(modbus);

      byte[] answer = socket.getInputStream().readNBytes(11);
      assertThat(HexFormat.of().formatHex(answer)).isEqualTo("0002000000050103020003");
    }
  }

  @Test
  void aClientThatDoesNotReadItsAnswersIsNotReadEither() throws Exception {
    int requests = 200_000;
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      Thread.ofVirtual().start(() -> flood(socket, requests));

      long seen = settled();
      assertThat(seen).isBetween(1L, requests / 2L);
      stillAnswers();
    }
  }

  /** How many requests were taken, once no more of them are. */
  private long settled() throws Exception {
    long before = -1;
    for (int look = 0; look < 100; look++) {
      long now = requests();
      if (now == before) {
        return now;
      }
      before = now;
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("requests are taken without end: " + before);
  }

  private static void flood(Socket socket, int requests) {
    byte[] one = HexFormat.of().parseHex("00010000000601030000007d");
    ByteBuffer block = ByteBuffer.allocate(one.length * 1000);
    for (int i = 0; i < 1000; i++) {
      block.put(one);
    }
    try {
      OutputStream out = socket.getOutputStream();
      for (int i = 0; i < requests / 1000; i++) {
        out.write(block.array());
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private long requests() throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + simulator.ready().control() + "/devices");
    try (HttpClient http = HttpClient.newHttpClient()) {
      String body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
      return new JsonArray(body).getJsonObject(0).getLong("requests");
    }
  }
}
