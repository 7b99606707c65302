package dev.plantwright.field.modbus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides which registers are read together, and learns from a device that refuses a block: a
 * refused block is cut in two, again and again; what is refused when it stands alone is read alone
 * from then on, and its neighbours together again.
 *
 * <p>Belongs to one thread.
 */
public final class BlockPlanner {
  /** Nothing may be read across this address. */
  private record Cut(int unit, ModbusArea area, int address) {}

  private static final Comparator<Extent> BY_ADDRESS =
      Comparator.comparingInt(Extent::unit)
          .thenComparing(Extent::area)
          .thenComparingInt(Extent::start)
          .thenComparingInt(Extent::count);

  private final BlockLimits limits;
  private final Set<Cut> cuts = new HashSet<>();
  private final Set<Extent> alone = new HashSet<>();

  public BlockPlanner(BlockLimits limits) {
    this.limits = limits;
  }

  /**
   * The fewest requests that the limits and what was learned allow, by unit, area and address.
   * Every extent lies whole in exactly one block.
   */
  public List<Block> plan(List<Extent> wanted) {
    List<Integer> sorted =
        IntStream.range(0, wanted.size())
            .boxed()
            .sorted(Comparator.comparing(wanted::get, BY_ADDRESS))
            .toList();
    List<Block> blocks = new ArrayList<>();
    List<Integer> open = new ArrayList<>();
    Extent reach = null;
    for (int item : sorted) {
      Extent next = wanted.get(item);
      if (reach != null && joins(reach, next)) {
        reach = union(reach, next);
      } else {
        close(blocks, open, wanted, reach);
        open = new ArrayList<>();
        reach = next;
      }
      open.add(item);
    }
    close(blocks, open, wanted, reach);
    return List.copyOf(blocks);
  }

  /**
   * Remembers that a device refused a block with exception 02.
   *
   * @return whether a new plan differs; false: it was read alone already and is refused
   */
  public boolean refused(Block block, List<Extent> wanted) {
    List<Integer> seams = seams(block, wanted);
    if (!seams.isEmpty()) {
      int middle = block.extent().start() + block.extent().count() / 2;
      int seam =
          seams.stream().min(Comparator.comparingInt(at -> Math.abs(at - middle))).orElseThrow();
      return cuts.add(new Cut(block.extent().unit(), area(block), seam));
    }
    boolean learned = false;
    for (int item : block.items()) {
      learned |= alone.add(wanted.get(item));
    }
    if (learned) {
      cuts.removeIf(cut -> cut.unit() == block.extent().unit() && cut.area() == area(block));
    }
    return learned;
  }

  private static ModbusArea area(Block block) {
    return block.extent().area();
  }

  /** Addresses inside a block where an item starts and no other one reaches across. */
  private static List<Integer> seams(Block block, List<Extent> wanted) {
    List<Integer> seams = new ArrayList<>();
    int end = wanted.get(block.items().getFirst()).end();
    for (int item : block.items()) {
      Extent extent = wanted.get(item);
      if (extent.start() >= end && extent.start() > block.extent().start()) {
        seams.add(extent.start());
      }
      end = Math.max(end, extent.end());
    }
    return seams;
  }

  private boolean joins(Extent block, Extent next) {
    if (block.unit() != next.unit() || block.area() != next.area()) {
      return false;
    }
    if (block.equals(next)) {
      return true;
    }
    int count = Math.max(block.end(), next.end()) - block.start();
    return next.start() - block.end() <= limits.gap(block.area())
        && count <= limits.most(block.area())
        && !alone.contains(next)
        && !alone.contains(block)
        && cuts.stream().noneMatch(cut -> between(cut, block, next));
  }

  private static boolean between(Cut cut, Extent block, Extent next) {
    return cut.unit() == block.unit()
        && cut.area() == block.area()
        && cut.address() > block.start()
        && cut.address() <= next.start();
  }

  private static Extent union(Extent block, Extent next) {
    int end = Math.max(block.end(), next.end());
    return new Extent(block.unit(), block.area(), block.start(), end - block.start());
  }

  private static void close(
      List<Block> blocks, List<Integer> items, List<Extent> wanted, Extent extent) {
    if (items.isEmpty()) {
      return;
    }
    int used = 0;
    int end = extent.start();
    for (int item : items) {
      Extent one = wanted.get(item);
      used += Math.max(0, one.end() - Math.max(one.start(), end));
      end = Math.max(end, one.end());
    }
    blocks.add(new Block(extent, List.copyOf(items), used));
  }
}
