package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.field.modbus.Block;
import dev.plantwright.field.modbus.BlockLimits;
import dev.plantwright.field.modbus.BlockPlanner;
import dev.plantwright.field.modbus.Extent;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.live.Format;
import dev.plantwright.plant.Group;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.check.Plugins;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Which requests read the tags of a Modbus node, as the local engine puts them together; empty for
 * other plugins.
 *
 * @param requests of all groups, in their order
 * @param byTag position in {@code requests}, by line of the tag in its file
 * @param base number of the first address
 */
record ReadPlan(List<Request> requests, Map<Integer, Integer> byTag, int base) {
  static final ReadPlan NONE = new ReadPlan(List.of(), Map.of(), 1);

  /** One request of a group. */
  record Request(String group, Extent extent) {}

  static ReadPlan of(Node.Driver node, List<Tag> tags) {
    if (!Plugins.hasModbusAddresses(node.plugin())) {
      return NONE;
    }
    int base = Plugins.addressBase(node);
    List<Request> requests = new ArrayList<>();
    Map<Integer, Integer> byTag = new HashMap<>();
    for (Group group : node.groups()) {
      List<Tag> polled =
          tags.stream()
              .filter(t -> t.group().equals(group.name()))
              .filter(t -> t.attributes().read() || t.attributes().subscribe())
              .filter(t -> extent(t, base).isPresent())
              .toList();
      List<Extent> wanted = polled.stream().map(t -> extent(t, base).orElseThrow()).toList();
      for (Block block : new BlockPlanner(BlockLimits.PROTOCOL).plan(wanted)) {
        block.items().forEach(i -> byTag.put(polled.get(i).place().line(), requests.size()));
        requests.add(new Request(group.name(), block.extent()));
      }
    }
    return new ReadPlan(List.copyOf(requests), Map.copyOf(byTag), base);
  }

  private static Optional<Extent> extent(Tag tag, int base) {
    return ModbusAddress.parse(tag.address(), tag.type(), base)
            instanceof ParsedAddress.Good(ModbusAddress a)
        ? Optional.of(new Extent(a.unit(), a.area(), a.offset(), a.count(tag.type())))
        : Optional.empty();
  }

  int requestsOf(String group) {
    return (int) requests.stream().filter(r -> r.group().equals(group)).count();
  }

  /** {@code 3 requests, 118 registers}; empty if nothing is read. */
  String cost() {
    if (requests.isEmpty()) {
      return "";
    }
    StringJoiner words = new StringJoiner(", ");
    words.add(counted(requests.size(), "request"));
    int registers = sum(true);
    int bits = sum(false);
    if (registers > 0) {
      words.add(counted(registers, "register"));
    }
    if (bits > 0) {
      words.add(counted(bits, "bit"));
    }
    return words.toString();
  }

  private int sum(boolean registers) {
    return requests.stream()
        .map(Request::extent)
        .filter(e -> e.area().registers() == registers)
        .mapToInt(Extent::count)
        .sum();
  }

  /** {@code request 1 of 3, holding 1 to 62} for the tag of a line. */
  Optional<String> readTogether(int line) {
    return Optional.ofNullable(byTag.get(line))
        .map(
            at -> {
              Extent extent = requests.get(at).extent();
              return "request %d of %d, %s %d to %d"
                  .formatted(
                      at + 1,
                      requests.size(),
                      extent.area().words().split(" ")[0],
                      extent.start() + base,
                      extent.end() - 1 + base);
            });
  }

  static String counted(long number, String noun) {
    return Format.count(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
