package dev.plantwright.engine.gateway;

import com.digitalpetri.modbus.ExceptionCode;
import com.digitalpetri.modbus.FunctionCode;
import com.digitalpetri.modbus.exceptions.ModbusResponseException;
import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.pdu.ReadCoilsRequest;
import com.digitalpetri.modbus.pdu.ReadCoilsResponse;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsRequest;
import com.digitalpetri.modbus.pdu.ReadDiscreteInputsResponse;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadHoldingRegistersResponse;
import com.digitalpetri.modbus.pdu.ReadInputRegistersRequest;
import com.digitalpetri.modbus.pdu.ReadInputRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleCoilsResponse;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersRequest;
import com.digitalpetri.modbus.pdu.WriteMultipleRegistersResponse;
import com.digitalpetri.modbus.pdu.WriteSingleCoilRequest;
import com.digitalpetri.modbus.pdu.WriteSingleCoilResponse;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterRequest;
import com.digitalpetri.modbus.pdu.WriteSingleRegisterResponse;
import com.digitalpetri.modbus.server.ModbusRequestContext;
import com.digitalpetri.modbus.server.ModbusServices;
import com.digitalpetri.modbus.server.ModbusTcpServer;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import java.net.ServerSocket;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A Modbus device on a library that is not ours, with faults that a test can switch on. */
final class ModbusPeer implements ModbusServices, AutoCloseable {
  private static final int BAD_FROM = 9000;

  final int port;
  final byte[] holding = new byte[2 * 65536];
  final byte[] input = new byte[2 * 65536];
  final boolean[] coils = new boolean[65536];
  final boolean[] inputs = new boolean[65536];

  /** {@code function start count} of what arrived. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** Answers come this much later. */
  volatile long slowMillis;

  /** No answers at all, as from a unit that is not there. */
  volatile boolean silent;

  /** Writes from this address on are refused. */
  volatile int refuseWritesFrom = Integer.MAX_VALUE;

  /** Writes from this address on are not answered. */
  volatile int ignoreWritesFrom = Integer.MAX_VALUE;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final ModbusTcpServer server;

  ModbusPeer() throws Exception {
    this(freePort());
  }

  ModbusPeer(int port) throws Exception {
    this.port = port;
    server =
        ModbusTcpServer.create(
            NettyTcpServerTransport.create(
                config -> config.setBindAddress("127.0.0.1").setPort(port)),
            this);
    server.start();
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Puts bytes from a Modbus register number, counted from 1. */
  void set(int number, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    System.arraycopy(bytes, 0, holding, (number - 1) * 2, bytes.length);
  }

  private void arrived(int function, int address, int count)
      throws ModbusResponseException, UnknownUnitIdException {
    requests.add(function + " " + address + " " + count);
    boolean write = function > 4;
    if (silent || write && address >= ignoreWritesFrom) {
      throw new UnknownUnitIdException(1);
    }
    try {
      if (slowMillis > 0) {
        closed.await(slowMillis, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean bad = address + count > BAD_FROM && function != 1 && function != 2;
    if (bad || write && address >= refuseWritesFrom) {
      throw new ModbusResponseException(
          FunctionCode.from(function).orElseThrow(), ExceptionCode.ILLEGAL_DATA_ADDRESS);
    }
  }

  private static byte[] part(byte[] registers, int address, int count) {
    byte[] part = new byte[count * 2];
    System.arraycopy(registers, address * 2, part, 0, part.length);
    return part;
  }

  private static byte[] packed(boolean[] bits, int address, int count) {
    byte[] packed = new byte[(count + 7) / 8];
    for (int i = 0; i < count; i++) {
      if (bits[address + i]) {
        packed[i / 8] |= (byte) (1 << i % 8);
      }
    }
    return packed;
  }

  @Override
  public ReadCoilsResponse readCoils(ModbusRequestContext c, int unit, ReadCoilsRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(1, r.address(), r.quantity());
    return new ReadCoilsResponse(packed(coils, r.address(), r.quantity()));
  }

  @Override
  public ReadDiscreteInputsResponse readDiscreteInputs(
      ModbusRequestContext c, int unit, ReadDiscreteInputsRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(2, r.address(), r.quantity());
    return new ReadDiscreteInputsResponse(packed(inputs, r.address(), r.quantity()));
  }

  @Override
  public ReadHoldingRegistersResponse readHoldingRegisters(
      ModbusRequestContext c, int unit, ReadHoldingRegistersRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(3, r.address(), r.quantity());
    return new ReadHoldingRegistersResponse(part(holding, r.address(), r.quantity()));
  }

  @Override
  public ReadInputRegistersResponse readInputRegisters(
      ModbusRequestContext c, int unit, ReadInputRegistersRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(4, r.address(), r.quantity());
    return new ReadInputRegistersResponse(part(input, r.address(), r.quantity()));
  }

  @Override
  public WriteSingleCoilResponse writeSingleCoil(
      ModbusRequestContext c, int unit, WriteSingleCoilRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(5, r.address(), 1);
    coils[r.address()] = r.value() != 0;
    return new WriteSingleCoilResponse(r.address(), r.value());
  }

  @Override
  public WriteSingleRegisterResponse writeSingleRegister(
      ModbusRequestContext c, int unit, WriteSingleRegisterRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(6, r.address(), 1);
    holding[r.address() * 2] = (byte) (r.value() >> 8);
    holding[r.address() * 2 + 1] = (byte) r.value();
    return new WriteSingleRegisterResponse(r.address(), r.value());
  }

  @Override
  public WriteMultipleCoilsResponse writeMultipleCoils(
      ModbusRequestContext c, int unit, WriteMultipleCoilsRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(15, r.address(), r.quantity());
    for (int i = 0; i < r.quantity(); i++) {
      coils[r.address() + i] = (r.values()[i / 8] >> i % 8 & 1) == 1;
    }
    return new WriteMultipleCoilsResponse(r.address(), r.quantity());
  }

  @Override
  public WriteMultipleRegistersResponse writeMultipleRegisters(
      ModbusRequestContext c, int unit, WriteMultipleRegistersRequest r)
      throws ModbusResponseException, UnknownUnitIdException {
    arrived(16, r.address(), r.quantity());
    System.arraycopy(r.values(), 0, holding, r.address() * 2, r.quantity() * 2);
    return new WriteMultipleRegistersResponse(r.address(), r.quantity());
  }

  @Override
  public void close() throws Exception {
    closed.countDown();
    server.stop();
  }
}
