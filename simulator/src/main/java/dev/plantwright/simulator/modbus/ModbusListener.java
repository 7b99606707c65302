package dev.plantwright.simulator.modbus;

import com.digitalpetri.modbus.MbapHeader;
import com.digitalpetri.modbus.ModbusTcpFrame;
import com.digitalpetri.modbus.exceptions.UnknownUnitIdException;
import com.digitalpetri.modbus.tcp.ModbusTcpCodec;
import com.digitalpetri.modbus.tcp.server.NettyTcpServerTransport;
import dev.plantwright.field.modbus.ModbusArea;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.WireFault;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A Modbus TCP server in front of one device. Connections, requests and the device share one event
 * loop, so nothing is locked.
 */
public final class ModbusListener {
  private final ModbusDevice device;
  private final AtomicInteger port = new AtomicInteger();
  private final NettyTcpServerTransport transport;

  /**
   * @param port 0 for any free one
   */
  public ModbusListener(ModbusDevice device, EventLoop loop, String host, int port) {
    this.device = device;
    this.transport =
        NettyTcpServerTransport.create(
            config -> {
              config.setBindAddress(host);
              config.setPort(port);
              config.setEventLoopGroup(loop);
              config.setExecutor(loop);
              config.setBootstrapCustomizer(bootstrap -> bootstrap.handler(new PortOfListener()));
              config.setPipelineCustomizer(this::customize);
            });
    transport.receive((context, frame) -> answer(frame));
  }

  /** Opens the port; fails if it is taken. */
  public CompletionStage<Void> open() {
    return transport.bind();
  }

  /** Closes the port and all connections. */
  public CompletionStage<Void> close() {
    return transport.unbind();
  }

  /** The port it listens on, once it is open. */
  public int port() {
    return port.get();
  }

  private void customize(ChannelPipeline pipeline) {
    pipeline.addAfter(pipeline.context(ModbusTcpCodec.class).name(), "line", new Line(device));
  }

  private ModbusTcpFrame answer(ModbusTcpFrame frame) throws UnknownUnitIdException {
    MbapHeader header = frame.header();
    device.catchUp();
    RegisterImage image =
        device
            .memory()
            .unit(header.unitId())
            .orElseThrow(() -> new UnknownUnitIdException(header.unitId()));
    ByteBuffer pdu = answer(image, frame.pdu());
    MbapHeader answered =
        new MbapHeader(
            header.transactionId(), header.protocolId(), pdu.remaining() + 1, header.unitId());
    return new ModbusTcpFrame(answered, pdu);
  }

  private ByteBuffer answer(RegisterImage image, ByteBuffer request) {
    if (device.answerFault().orElse(null) instanceof WireFault.ExceptionAnswer(int code)) {
      int function = request.hasRemaining() ? request.get() & 0x7F : 0;
      return RequestHandler.exception(function, code);
    }
    return new RequestHandler(image, (area, start, count) -> wrote(image, area, start, count))
        .answer(request);
  }

  private void wrote(RegisterImage image, ModbusArea area, int start, int count) {
    Map<String, PointValue> written = device.memory().written(image, area, start, count);
    written.forEach(device::wrote);
  }

  /** Notes the port that the system gave. */
  private final class PortOfListener extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      port.set(((InetSocketAddress) context.channel().localAddress()).getPort());
      context.fireChannelActive();
    }
  }
}
