package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.driver.Cycle;
import dev.plantwright.engine.gateway.driver.Device;
import dev.plantwright.engine.gateway.driver.TagReading;
import dev.plantwright.engine.gateway.model.Code;
import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.Value;
import dev.plantwright.field.modbus.Block;
import dev.plantwright.field.modbus.BlockLimits;
import dev.plantwright.field.modbus.BlockPlanner;
import dev.plantwright.field.modbus.Extent;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusCodec;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One Modbus device or gateway of devices: reads blocks, keeps what it learned about them. */
final class ModbusDevice implements Device {
  private static final int ILLEGAL_ADDRESS = 2;

  private final ModbusSettings settings;
  private final ModbusConnection connection;
  private final InstantSource clock;
  private final UnitRest rest;
  private final Map<String, ReadPlan> plans = new HashMap<>();
  private final BlockPlanner planner = new BlockPlanner(BlockLimits.PROTOCOL);
  private boolean first = true;

  ModbusDevice(ModbusSettings settings, ModbusConnection connection, InstantSource clock) {
    this.settings = settings;
    this.connection = connection;
    this.clock = clock;
    this.rest = new UnitRest(settings.degradeCycles(), settings.degradeMillis());
  }

  @Override
  public void connect() throws IOException {
    connection.connect();
    rest.forget();
  }

  @Override
  public boolean connected() {
    return connection.connected();
  }

  @Override
  public void disconnect() {
    connection.disconnect();
  }

  @Override
  public long roundTripMillis() {
    return connection.roundTripMillis();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public Cycle read(Group group, Runnable turn) {
    ReadPlan plan = plans.get(group.name());
    if (plan == null || plan.group() != group) {
      plan = ReadPlan.of(group, settings.base(), planner);
      plans.put(group.name(), plan);
    }
    TagReading[] readings = new TagReading[group.tags().size()];
    List<Cycle.Request> requests = new ArrayList<>();
    Set<Integer> silent = new HashSet<>();
    boolean learned = false;
    for (Block block : plan.blocks()) {
      int unit = block.extent().unit();
      if (silent.contains(unit) || rest.rests(unit)) {
        fail(plan, block, readings, Code.NO_ANSWER);
        continue;
      }
      turn.run();
      learned |= readBlock(plan, block, readings, requests);
      if (requests.getLast().outcome() == Cycle.Outcome.SILENT) {
        silent.add(unit);
      }
    }
    silent.forEach(rest::silent);
    if (learned) {
      plans.put(group.name(), plan.again(planner));
    }
    TagReading none = TagReading.bad(Code.NO_VALUE_YET, clock.millis());
    Arrays.setAll(readings, at -> readings[at] == null ? none : readings[at]);
    return new Cycle(Collections.unmodifiableList(Arrays.asList(readings)), requests);
  }

  /** Whether a better plan was learned. */
  private boolean readBlock(
      ReadPlan plan, Block block, TagReading[] readings, List<Cycle.Request> requests) {
    Extent extent = block.extent();
    long before = System.nanoTime();
    try {
      byte[] data = request(extent);
      requests.add(done(block, before, Cycle.Outcome.ANSWERED, ""));
      rest.answered(extent.unit());
      decode(plan, block, data, readings);
      return false;
    } catch (ModbusFault fault) {
      requests.add(done(block, before, fault.outcome, fault.getMessage()));
      fail(plan, block, readings, code(fault));
      if (fault.outcome == Cycle.Outcome.REFUSED) {
        rest.answered(extent.unit());
      }
      return fault.exception == ILLEGAL_ADDRESS && planner.refused(block, plan.wanted());
    }
  }

  private static Cycle.Request done(Block block, long before, Cycle.Outcome outcome, String error) {
    Extent extent = block.extent();
    return new Cycle.Request(
        extent.unit(),
        extent.area().words(),
        extent.start(),
        extent.count(),
        block.used(),
        (System.nanoTime() - before) / 1e6,
        outcome,
        error);
  }

  private static int code(ModbusFault fault) {
    return switch (fault.outcome) {
      case REFUSED -> Code.READ_FAILED;
      case SILENT -> Code.NO_ANSWER;
      case LOST -> Code.NOT_CONNECTED;
      case ANSWERED, UNUSABLE -> Code.ANSWER_UNUSABLE;
    };
  }

  private void fail(ReadPlan plan, Block block, TagReading[] readings, int code) {
    TagReading bad = TagReading.bad(code, clock.millis());
    for (int item : block.items()) {
      readings[plan.tags().get(item)] = bad;
    }
  }

  private void decode(ReadPlan plan, Block block, byte[] data, TagReading[] readings) {
    long now = clock.millis();
    for (int item : block.items()) {
      int at = plan.tags().get(item);
      Tag tag = plan.group().tags().get(at);
      Extent one = plan.wanted().get(item);
      Value value =
          ModbusCodec.decode(
              plan.addresses().get(at), tag.type(), settings.order(), data, block.extent().start());
      byte[] raw = raw(one, data, block.extent().start());
      readings[at] = TagReading.of(tag.scaling().toShown(value), raw, now);
    }
  }

  private static byte[] raw(Extent one, byte[] data, int start) {
    int at = one.start() - start;
    return one.area().registers()
        ? Arrays.copyOfRange(data, at * 2, (at + one.count()) * 2)
        : new byte[] {(byte) (data[at / 8] >> (at % 8) & 1)};
  }

  /** The registers or packed bits of an extent; asks again as often as the settings say. */
  private byte[] request(Extent extent) throws ModbusFault {
    for (int tries = 0; ; tries++) {
      pause(tries == 0 ? settings.pause() : Math.max(settings.pause(), settings.retryPause()));
      try {
        return data(
            extent, connection.send(extent.unit(), readPdu(extent), "read " + words(extent)));
      } catch (ModbusFault fault) {
        if (fault.outcome != Cycle.Outcome.SILENT || tries >= settings.retries()) {
          throw fault;
        }
      }
    }
  }

  private String words(Extent extent) {
    int from = extent.start() + settings.base();
    String area = extent.area().words();
    return extent.count() == 1
        ? "%s %d (function %d)".formatted(area, from, extent.area().function())
        : "%s %d to %d (function %d)"
            .formatted(area, from, from + extent.count() - 1, extent.area().function());
  }

  private static byte[] readPdu(Extent extent) {
    int start = extent.start();
    int count = extent.count();
    return new byte[] {
      (byte) extent.area().function(),
      (byte) (start >> 8),
      (byte) start,
      (byte) (count >> 8),
      (byte) count
    };
  }

  private static byte[] data(Extent extent, byte[] response) throws ModbusFault {
    int bytes = extent.area().registers() ? extent.count() * 2 : (extent.count() + 7) / 8;
    if ((response[1] & 0xFF) != bytes || response.length != bytes + 2) {
      throw ModbusFault.unusable(
          "%d bytes came, %d were asked for".formatted(response.length - 2, bytes));
    }
    return Arrays.copyOfRange(response, 2, response.length);
  }

  private void pause(long millis) {
    if (first || millis == 0) {
      first = false;
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public TagReading readOne(Tag tag) {
    ModbusAddress address = ReadPlan.address(tag, settings.base());
    Extent extent = ReadPlan.extent(address, tag);
    try {
      byte[] data = request(extent);
      Value value = ModbusCodec.decode(address, tag.type(), settings.order(), data, extent.start());
      return TagReading.of(value, raw(extent, data, extent.start()), clock.millis());
    } catch (ModbusFault fault) {
      return TagReading.bad(code(fault), clock.millis());
    }
  }

  @Override
  public int write(List<TagWrite> writes) {
    for (WriteRequest request : WriteRequest.plan(writes, settings.base(), settings.order())) {
      pause(settings.pause());
      try {
        byte[] response = connection.send(request.unit(), request.pdu(), request.words());
        if (!request.confirmedBy(response)) {
          return Code.WRITE_FAILED;
        }
      } catch (ModbusFault fault) {
        return switch (fault.outcome) {
          case SILENT -> Code.NO_ANSWER;
          case LOST -> Code.NOT_CONNECTED;
          case REFUSED, UNUSABLE, ANSWERED -> Code.WRITE_FAILED;
        };
      }
    }
    return Code.OK;
  }
}
