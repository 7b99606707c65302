package dev.plantwright.simulator.modbus;

import dev.plantwright.field.Value;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusArea;
import dev.plantwright.field.modbus.ModbusCodec;
import dev.plantwright.field.modbus.NodeOrder;
import dev.plantwright.plant.simulation.PointValue;
import dev.plantwright.plant.simulation.Register;
import dev.plantwright.plant.simulation.Signal;
import dev.plantwright.plant.simulation.SimulatedDevice;
import dev.plantwright.simulator.model.DeviceModel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The points of a model in the registers of its units. Confined to the thread of the model. */
public final class ModbusMemory {
  private final DeviceModel model;
  private final Map<Integer, RegisterImage> units = new HashMap<>();
  private final Map<String, Cell> cells = new LinkedHashMap<>();

  /** A point in its registers and what was put there last. */
  private static final class Cell {
    final String name;
    final Register register;
    final RegisterImage image;
    PointValue last;

    Cell(String name, Register register, RegisterImage image) {
      this.name = name;
      this.register = register;
      this.image = image;
    }

    boolean touches(ModbusArea area, int start, int count) {
      ModbusAddress address = register.address();
      return address.area() == area
          && address.offset() < start + count
          && start < address.offset() + address.count(register.type());
    }
  }

  public ModbusMemory(SimulatedDevice device, DeviceModel model) {
    this.model = model;
    Map<Integer, Map<ModbusArea, Integer>> sizes = new HashMap<>();
    for (Signal point : device.points()) {
      Register register = point.register().orElseThrow();
      ModbusAddress address = register.address();
      sizes
          .computeIfAbsent(address.unit(), unit -> new EnumMap<>(ModbusArea.class))
          .merge(address.area(), address.offset() + address.count(register.type()), Math::max);
    }
    sizes.forEach((unit, tables) -> units.put(unit, new RegisterImage(tables)));
    for (Signal point : device.points()) {
      Register register = point.register().orElseThrow();
      RegisterImage image = units.get(register.address().unit());
      cells.put(point.name(), new Cell(point.name(), register, image));
    }
    refresh();
  }

  /** The tables of a unit; empty if no point lies in it. */
  Optional<RegisterImage> unit(int unit) {
    return Optional.ofNullable(units.get(unit));
  }

  /** Puts what the model says into the registers. */
  public void refresh() {
    cells.values().forEach(this::refresh);
  }

  private void refresh(Cell cell) {
    PointValue now = model.value(cell.name);
    if (now.equals(cell.last)) {
      return;
    }
    cell.last = now;
    Register register = cell.register;
    ModbusAddress address = register.address();
    Value device = RegisterValues.toDevice(register, now, model.counts(cell.name));
    byte[] bytes = ModbusCodec.encode(address, register.type(), NodeOrder.STANDARD, device);
    if (!address.area().registers()) {
      cell.image.putBit(address.area(), address.offset(), bytes[0] == 1);
    } else if (address.bit() != ModbusAddress.NO_BIT) {
      int others = cell.image.register(address.area(), address.offset()) & ~(1 << address.bit());
      int value = others | bytes[0] << address.bit();
      cell.image.putRegister(address.area(), address.offset(), value);
    } else {
      cell.image.putRegisters(address.area(), address.offset(), bytes, 0, bytes.length / 2);
    }
  }

  /** What a client that reads a point now sees. */
  public PointValue shown(String point) {
    Cell cell = cells.get(point);
    if (cell == null) {
      throw new NoSuchElementException(point);
    }
    return shown(cell);
  }

  private static PointValue shown(Cell cell) {
    Register register = cell.register;
    byte[] table = cell.image.table(register.address().area());
    Value device =
        ModbusCodec.decode(register.address(), register.type(), NodeOrder.STANDARD, table, 0);
    return RegisterValues.toShown(register, device);
  }

  /**
   * Tells the model what a client wrote into the tables.
   *
   * @return the points that were written, with their values
   */
  Map<String, PointValue> written(RegisterImage image, ModbusArea area, int start, int count) {
    List<Cell> touched = new ArrayList<>();
    for (Cell cell : cells.values()) {
      if (cell.image == image && cell.touches(area, start, count)) {
        touched.add(cell);
      }
    }
    Map<String, PointValue> values = new LinkedHashMap<>();
    for (Cell cell : touched) {
      PointValue value = shown(cell);
      model.write(cell.name, value);
      cell.last = value; // what the client wrote stays bit for bit until the point moves
      values.put(cell.name, value);
    }
    touched.forEach(this::refresh);
    return values;
  }
}
