package dev.plantwright.field.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class BlockPlannerTest {
  private final BlockPlanner planner = new BlockPlanner(BlockLimits.PROTOCOL);

  @Test
  void neighboursAndSmallGapsAreReadTogether() {
    List<Block> blocks = planner.plan(List.of(holding(20, 2), holding(0, 2), holding(4, 1)));
    assertThat(blocks).containsExactly(new Block(holding(0, 22), List.of(1, 2, 0), 5));
  }

  @Test
  void aGapThatCostsMoreThanARequestIsNotRead() {
    assertThat(planner.plan(List.of(holding(0, 1), holding(18, 1)))).hasSize(2);
  }

  @Test
  void threeHundredRegistersAreThreeRequests() {
    List<Extent> wanted = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      wanted.add(holding(i, 1));
    }
    assertThat(planner.plan(wanted))
        .extracting(block -> block.extent().count())
        .containsExactly(125, 125, 50);
  }

  @Test
  void unitsAndAreasAreNeverMixed() {
    Extent coil = new Extent(1, ModbusArea.COIL, 0, 1);
    Extent other = new Extent(2, ModbusArea.HOLDING_REGISTER, 0, 1);
    assertThat(planner.plan(List.of(other, holding(0, 1), coil)))
        .extracting(Block::extent)
        .containsExactly(coil, holding(0, 1), other);
  }

  @Test
  void aRefusedBlockIsCutUntilTheBadAddressStandsAlone() {
    List<Extent> wanted = List.of(holding(0, 1), holding(1, 1), holding(2, 2), holding(9, 1));
    Set<Extent> refused = new HashSet<>();
    for (int round = 0; round < 10; round++) {
      for (Block block : planner.plan(wanted)) {
        if (contains(block.extent(), 9) && !planner.refused(block, wanted)) {
          refused.add(block.extent());
        }
      }
    }
    assertThat(refused).containsExactly(holding(9, 1));
    assertThat(planner.plan(wanted))
        .extracting(Block::extent)
        .contains(holding(9, 1), holding(0, 4));
  }

  @Test
  void overlappingTagsAreReadAloneWhenTheirBlockIsRefused() {
    List<Extent> wanted = List.of(holding(0, 1), holding(0, 4), holding(0, 1));
    Block block = planner.plan(wanted).getFirst();
    assertThat(planner.refused(block, wanted)).isTrue();
    assertThat(planner.plan(wanted))
        .extracting(Block::extent)
        .containsExactly(holding(0, 1), holding(0, 4));
  }

  @Property
  void everythingIsReadOnceAndWithinTheLimits(@ForAll("extents") List<Extent> wanted) {
    List<Integer> seen = new ArrayList<>();
    for (Block block : new BlockPlanner(BlockLimits.PROTOCOL).plan(wanted)) {
      Extent extent = block.extent();
      assertThat(extent.count()).isBetween(1, extent.area().registers() ? 125 : 2000);
      assertThat(block.used()).isBetween(1, extent.count());
      for (int item : block.items()) {
        Extent one = wanted.get(item);
        assertThat(one.start()).isGreaterThanOrEqualTo(extent.start());
        assertThat(one.end()).isLessThanOrEqualTo(extent.end());
        assertThat(one.unit()).isEqualTo(extent.unit());
        assertThat(one.area()).isEqualTo(extent.area());
        seen.add(item);
      }
    }
    assertThat(seen).hasSize(wanted.size()).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<Extent>> extents() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.of(ModbusArea.class),
            Arbitraries.integers().between(0, 400),
            Arbitraries.integers().between(1, 64))
        .as(
            (unit, area, start, count) ->
                new Extent(unit, area, start, area.registers() ? count : 1))
        .list()
        .ofMaxSize(60);
  }

  private static boolean contains(Extent extent, int address) {
    return extent.start() <= address && address < extent.end();
  }

  private static Extent holding(int start, int count) {
    return new Extent(1, ModbusArea.HOLDING_REGISTER, start, count);
  }
}
