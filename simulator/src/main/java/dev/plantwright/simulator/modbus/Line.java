package dev.plantwright.simulator.modbus;

import com.digitalpetri.modbus.ModbusTcpFrame;
import dev.plantwright.plant.simulation.WireFault;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: loses and delays requests as the device is told to. Delays run side by side, so
 * that requests sent together are answered together.
 */
final class Line extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Line.class);

  /** Late requests of one connection; more are lost, as in a device that is overrun. */
  private static final int MOST_WAITING = 64;

  private final ModbusDevice device;
  private int waiting;

  Line(ModbusDevice device) {
    this.device = device;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    String client = String.valueOf(context.channel().remoteAddress());
    device.clients(1, client);
    // channelInactive does not come this far: the handler of the library before us keeps it.
    context.channel().closeFuture().addListener(closed -> device.clients(-1, client));
    context.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    boolean modbus = message instanceof ModbusTcpFrame frame && frame.header().protocolId() == 0;
    if (!modbus) {
      return;
    }
    device.requested();
    if (device.answerFault().orElse(null) instanceof WireFault.Silence) {
      return;
    }
    int delay = device.delayMillis();
    if (delay == 0) {
      context.fireChannelRead(message);
    } else if (waiting < MOST_WAITING) {
      waiting++;
      context.executor().schedule(() -> late(context, message), delay, TimeUnit.MILLISECONDS);
    }
  }

  private void late(ChannelHandlerContext context, Object message) {
    waiting--;
    context.fireChannelRead(message);
  }

  /** A client that does not read its answers is not read either. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    context.channel().config().setAutoRead(context.channel().isWritable());
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("A connection broke: {}", cause.toString());
    context.close();
  }
}
