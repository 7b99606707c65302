package dev.plantwright.plant.check;

import dev.plantwright.field.DataType;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusArea;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.tags.Cell;
import dev.plantwright.plant.tags.TagRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds tags of a Modbus node that lie on the same registers: rarely meant. A bit and the register
 * that holds it are meant so, and are not told.
 */
final class TagOverlaps {
  private final Node.Driver node;
  private final List<Tag> tags;

  TagOverlaps(Node.Driver node, List<Tag> tags) {
    this.node = node;
    this.tags = tags;
  }

  private record Block(int unit, ModbusArea area) {}

  /**
   * @param start in bits, so that bits of one register lie beside each other
   */
  private record Run(Tag tag, Block block, int start, int end, boolean bit) {
    private static final int BITS = 16;

    static Optional<Run> of(Tag tag, int base) {
      return ModbusAddress.parse(tag.address(), tag.type(), base)
              instanceof ParsedAddress.Good(ModbusAddress address)
          ? Optional.of(of(tag, address))
          : Optional.empty();
    }

    private static Run of(Tag tag, ModbusAddress address) {
      Block block = new Block(address.unit(), address.area());
      boolean bit = tag.type() == DataType.BIT;
      int start = address.offset() * BITS + Math.max(0, address.bit());
      int length = bit ? 1 : address.count(tag.type()) * BITS;
      return new Run(tag, block, start, start + length, bit);
    }
  }

  List<Problem> find() {
    if (!Plugins.hasModbusAddresses(node.plugin())) {
      return List.of();
    }
    int base = Plugins.addressBase(node);
    Map<Block, List<Run>> blocks =
        tags.stream()
            .map(t -> Run.of(t, base))
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Run::block));
    List<Problem> problems = new ArrayList<>();
    for (List<Run> runs : blocks.values()) {
      overlaps(runs.stream().filter(Run::bit).toList(), problems);
      overlaps(runs.stream().filter(r -> !r.bit()).toList(), problems);
    }
    return problems;
  }

  private void overlaps(List<Run> runs, List<Problem> problems) {
    Run last = null;
    for (Run run : runs.stream().sorted(Comparator.comparingInt(Run::start)).toList()) {
      if (last != null && run.start() < last.end()) {
        problems.add(problem(later(last, run), earlier(last, run)));
      }
      last = last == null || run.end() > last.end() ? run : last;
    }
  }

  private static Run later(Run a, Run b) {
    return a.tag().place().line() > b.tag().place().line() ? a : b;
  }

  private static Run earlier(Run a, Run b) {
    return later(a, b) == a ? b : a;
  }

  private Problem problem(Run run, Run other) {
    boolean same = run.start() == other.start() && run.end() == other.end();
    String message = "%s as %s in line %d. Change an address if this is not meant.";
    String what = same ? "Same address" : "Lies on the same registers";
    Function<TagRow, Optional<Cell>> address = row -> node.table().cell(row, "address");
    Cell cell =
        node.table().rows().stream()
            .filter(r -> r.line() == run.tag().place().line())
            .findFirst()
            .flatMap(address)
            .orElseThrow();
    return Problem.warning(
        "TAG-OVERLAP",
        new dev.plantwright.plant.Place(node.tagsFile(), cell.line(), cell.column()),
        message.formatted(what, other.tag().name(), other.tag().place().line()));
  }
}
