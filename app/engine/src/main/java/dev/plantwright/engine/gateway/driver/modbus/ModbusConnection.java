package dev.plantwright.engine.gateway.driver.modbus;

import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.client.ModbusTcpClient;
import com.digitalpetri.modbus.client.ModbusTcpClientTransport;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.tcp.client.NettyTcpClientTransport;
import dev.plantwright.engine.gateway.driver.FrameLog;
import dev.plantwright.engine.gateway.driver.modbus.ModbusSettings.Endpoint;
import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * One TCP connection, one request at a time. Adds to the client what it leaves out: answers of
 * another unit are dropped, a request ends when the connection does, and every frame is noted.
 */
final class ModbusConnection {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final int EXCEPTION = 0x80;
  private static final long CONNECT_AT_MOST = 5_000;
  private static final long CLOSE_MILLIS = 1_000;

  private final ModbusSettings settings;
  private final EventLoopGroup loops;
  private final FrameLog frames;
  private final InstantSource clock;
  private ModbusTcpClient client;
  private volatile long sentNanos;
  private Watch watch = new Watch();
  private volatile String sending = "";
  private volatile int expectedUnit;
  private boolean useBackup;
  private volatile long roundTrip = -1;

  ModbusConnection(
      ModbusSettings settings, EventLoopGroup loops, FrameLog frames, InstantSource clock) {
    this.settings = settings;
    this.loops = loops;
    this.frames = frames;
    this.clock = clock;
  }

  void connect() throws IOException {
    disconnect();
    Endpoint endpoint = useBackup ? settings.backup().orElseThrow() : settings.endpoint();
    if (endpoint.port() == 0) {
      throw new IOException("The port of the device must be 1 to 65535.");
    }
    try {
      open(endpoint);
    } catch (IOException e) {
      disconnect();
      useBackup = settings.backup().isPresent() && !useBackup;
      throw e;
    }
  }

  private void open(Endpoint endpoint) throws IOException {
    long timeout = Math.min(settings.timeout(), CONNECT_AT_MOST);
    NettyTcpClientTransport transport =
        NettyTcpClientTransport.create(
            config ->
                config
                    .setHostname(endpoint.host())
                    .setPort(endpoint.port())
                    .setConnectTimeout(Duration.ofMillis(timeout))
                    .setConnectPersistent(false)
                    .setEventLoopGroup(loops));
    watch = new Watch();
    transport.addConnectionListener(watch);
    client =
        ModbusTcpClient.create(
            new Checked(transport),
            config -> config.setRequestTimeout(Duration.ofMillis(settings.timeout())));
    try {
      client.connectAsync().toCompletableFuture().get(timeout + 500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Connecting to " + endpoint + " was interrupted.", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("Cannot connect to " + endpoint + ": " + reason(e) + ".", e);
    }
  }

  private static String reason(Exception e) {
    if (e instanceof TimeoutException) {
      return "no answer";
    }
    String message = String.valueOf(e.getCause().getMessage());
    return message.contains("refused") ? "connection refused" : message;
  }

  boolean connected() {
    return client != null && !watch.lost && client.isConnected();
  }

  void disconnect() {
    if (client != null) {
      client.disconnectAsync();
      client = null;
    }
  }

  /** Returns when the socket is closed, or soon. */
  void close() {
    if (client == null) {
      return;
    }
    try {
      client.disconnectAsync().toCompletableFuture().get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // It is left to the event loop.
    }
    client = null;
  }

  long roundTripMillis() {
    return roundTrip;
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param words what the request says, for the frame log
   * @return the response PDU, of the same function
   */
  byte[] send(int unit, byte[] pdu, String words) throws ModbusFault {
    if (!connected()) {
      throw ModbusFault.lost();
    }
    sending = words;
    sentNanos = System.nanoTime();
    expectedUnit = unit;
    CompletableFuture<byte[]> answer = client.sendRawAsync(unit, pdu).toCompletableFuture();
    watch.waitsFor(answer);
    byte[] response = await(answer);
    roundTrip = Math.round((System.nanoTime() - sentNanos) / 1e6);
    return checked(pdu, response);
  }

  private byte[] await(CompletableFuture<byte[]> answer) throws ModbusFault {
    try {
      return answer.get(settings.timeout() + 1_000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ModbusFault.lost();
    } catch (TimeoutException e) {
      throw ModbusFault.silent(settings.timeout());
    } catch (ExecutionException e) {
      throw fault(e.getCause());
    }
  }

  private ModbusFault fault(Throwable cause) {
    return switch (cause) {
      case ModbusFault fault -> fault;
      case ModbusResponseException refused -> ModbusFault.refused(refused.getExceptionCode());
      case TimeoutException _ -> ModbusFault.silent(settings.timeout());
      default -> connected() ? ModbusFault.unusable(cause.toString()) : ModbusFault.lost();
    };
  }

  private static byte[] checked(byte[] request, byte[] response) throws ModbusFault {
    if (response.length >= 2 && (response[0] & EXCEPTION) != 0) {
      throw ModbusFault.refused(response[1] & 0xFF);
    }
    if (response.length < 2 || response[0] != request[0]) {
      throw ModbusFault.unusable("the answer belongs to another function");
    }
    return response;
  }

  /** Ends what waits on one connection when that does. */
  private static final class Watch implements NettyTcpClientTransport.ConnectionListener {
    volatile boolean lost;
    volatile CompletableFuture<byte[]> pending = new CompletableFuture<>();

    void waitsFor(CompletableFuture<byte[]> answer) {
      pending = answer;
      if (lost) {
        answer.completeExceptionally(ModbusFault.lost());
      }
    }

    @Override
    public void onConnection() {}

    @Override
    public void onConnectionLost() {
      lost = true;
      pending.completeExceptionally(ModbusFault.lost());
    }
  }

  /** Notes frames and drops answers that come from another unit than was asked. */
  private final class Checked implements ModbusTcpClientTransport {
    private final ModbusTcpClientTransport transport;

    Checked(ModbusTcpClientTransport transport) {
      this.transport = transport;
    }

    @Override
    public CompletionStage<Void> connect() {
      return transport.connect();
    }

    @Override
    public CompletionStage<Void> disconnect() {
      return transport.disconnect();
    }

    @Override
    public boolean isConnected() {
      return transport.isConnected();
    }

    @Override
    public CompletionStage<Void> send(ModbusTcpFrame frame) {
      frames.add(
          clock.millis(), "out", "unit " + frame.header().unitId() + ": " + sending, hex(frame), 0);
      return transport.send(frame);
    }

    @Override
    public void receive(Consumer<ModbusTcpFrame> consumer) {
      transport.receive(
          frame -> {
            boolean ours = frame.header().unitId() == expectedUnit;
            double millis = (System.nanoTime() - sentNanos) / 1e6;
            String words = ours ? words(frame) : "dropped: answer of another unit";
            frames.add(clock.millis(), "in", words, hex(frame), millis);
            if (ours) {
              consumer.accept(frame);
            }
          });
    }

    private static String words(ModbusTcpFrame frame) {
      ByteBuffer pdu = frame.pdu();
      if (pdu.remaining() >= 2 && (pdu.get(pdu.position()) & EXCEPTION) != 0) {
        return ModbusFault.refused(pdu.get(pdu.position() + 1) & 0xFF).getMessage();
      }
      return "answer, %d bytes".formatted(Math.max(0, pdu.remaining() - 1));
    }

    private static String hex(ModbusTcpFrame frame) {
      ByteBuffer pdu = frame.pdu().duplicate();
      byte[] bytes = new byte[7 + pdu.remaining()];
      ByteBuffer.wrap(bytes)
          .putShort((short) frame.header().transactionId())
          .putShort((short) frame.header().protocolId())
          .putShort((short) (pdu.remaining() + 1))
          .put((byte) frame.header().unitId())
          .put(pdu);
      return HEX.formatHex(bytes);
    }
  }
}
