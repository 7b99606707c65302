package dev.plantwright.simulator;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A Modbus TCP client that sends what it is told, right or wrong. */
public final class Wire implements AutoCloseable {
  private static final HexFormat HEX = HexFormat.of();

  private final Socket socket;
  private final DataInputStream in;
  private int transaction;

  public Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(5000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request of hexadecimal digits to a unit; the answer without header. */
  public String ask(int unit, String request) {
    send(unit, request);
    return answer();
  }

  /** As {@link #ask(int, String)} with unit 1. */
  public String ask(String request) {
    return ask(1, request);
  }

  public void send(int unit, String request) {
    byte[] pdu = HEX.parseHex(request.replace(" ", ""));
    ByteBuffer frame = ByteBuffer.allocate(7 + pdu.length);
    frame.putShort((short) ++transaction).putShort((short) 0).putShort((short) (pdu.length + 1));
    frame.put((byte) unit).put(pdu);
    try {
      socket.getOutputStream().write(frame.array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next answer, or {@code silence} after so many milliseconds. */
  public String answerWithin(int millis) {
    try {
      socket.setSoTimeout(millis);
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() {
    try {
      int answered = in.readUnsignedShort();
      in.readUnsignedShort();
      int length = in.readUnsignedShort();
      in.readUnsignedByte();
      byte[] pdu = in.readNBytes(length - 1);
      if (answered != (transaction & 0xFFFF)) {
        throw new AssertionError("answer to " + answered + ", not to " + transaction);
      }
      return HEX.formatHex(pdu);
    } catch (SocketTimeoutException e) {
      return "silence";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
