package dev.plantwright.engine.gateway.driver.modbus;

import dev.plantwright.engine.gateway.model.Group;
import dev.plantwright.engine.gateway.model.Tag;
import dev.plantwright.field.modbus.Block;
import dev.plantwright.field.modbus.BlockPlanner;
import dev.plantwright.field.modbus.Extent;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Which requests read a group.
 *
 * @param addresses one for each tag; null for a tag whose address is unusable in this node
 * @param wanted what is read, with {@code tags} saying for which tag
 */
record ReadPlan(
    Group group,
    List<ModbusAddress> addresses,
    List<Extent> wanted,
    List<Integer> tags,
    List<Block> blocks) {
  static ReadPlan of(Group group, int base, BlockPlanner planner) {
    List<ModbusAddress> addresses = new ArrayList<>();
    List<Extent> wanted = new ArrayList<>();
    List<Integer> tags = new ArrayList<>();
    for (int at = 0; at < group.tags().size(); at++) {
      Tag tag = group.tags().get(at);
      ModbusAddress address = address(tag, base);
      addresses.add(address);
      boolean reads = tag.attributes().read() || tag.attributes().subscribe();
      if (address != null && reads) {
        wanted.add(extent(address, tag));
        tags.add(at);
      }
    }
    return new ReadPlan(group, addresses, wanted, tags, planner.plan(wanted));
  }

  ReadPlan again(BlockPlanner planner) {
    return new ReadPlan(group, addresses, wanted, tags, planner.plan(wanted));
  }

  static ModbusAddress address(Tag tag, int base) {
    return ModbusAddress.parseLeniently(tag.address(), tag.type(), base)
            instanceof ParsedAddress.Good(ModbusAddress address)
        ? address
        : null;
  }

  static Extent extent(ModbusAddress address, Tag tag) {
    return new Extent(address.unit(), address.area(), address.offset(), address.count(tag.type()));
  }
}
