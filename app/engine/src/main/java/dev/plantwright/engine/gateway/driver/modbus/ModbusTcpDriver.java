package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.driver.Device;
import dev.plantwright.engine.gateway.driver.DeviceDriver;
import dev.plantwright.engine.gateway.driver.FrameLog;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.NodeKind;
import dev.plantwright.engine.gateway.model.Plugin;
import dev.plantwright.engine.gateway.model.Refusal;
import dev.plantwright.engine.gateway.model.Settings;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.DataType;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Modbus over TCP as a client. */
public final class ModbusTcpDriver implements DeviceDriver {
  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("modbus", true), NioIoHandler.newFactory());
  private final InstantSource clock;

  public ModbusTcpDriver(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Plugin plugin() {
    return new Plugin(
        "Modbus TCP",
        "modbus-tcp",
        "libplugin-modbus-tcp.so",
        NodeKind.DRIVER,
        "Reads and writes Modbus devices over TCP, as a client.");
  }

  @Override
  public Device device(Settings settings, FrameLog frames) throws Refusal {
    ModbusSettings read = ModbusSettings.of(settings);
    return new ModbusDevice(read, new ModbusConnection(read, loops, frames, clock), clock);
  }

  @Override
  public int check(Tag tag) {
    return switch (ModbusAddress.parseLeniently(tag.address(), tag.type(), 1)) {
      case ParsedAddress.Bad bad -> bad.code();
      case ParsedAddress.Good(ModbusAddress address) -> {
        boolean writable = address.area().writable() && !registerBit(address, tag.type());
        yield tag.attributes().write() && !writable ? Code.TAG_ATTRIBUTE : Code.OK;
      }
    };
  }

  private static boolean registerBit(ModbusAddress address, DataType type) {
    return type == DataType.BIT && address.area().registers();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
