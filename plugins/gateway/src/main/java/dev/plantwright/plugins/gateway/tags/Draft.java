package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.check.Plugins;
import dev.plantwright.plant.check.TagChecks;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A tag table as it is being edited, with its mistakes and its cost; immutable. */
final class Draft {
  private final Node.Driver node;
  private final List<Problem> problems;
  private final Map<Integer, Tag> tags;
  private final Map<Integer, List<Problem>> byLine;
  private final ReadPlan plan;

  private Draft(Node.Driver node, TagChecks.Checked checked) {
    this.node = node;
    this.problems = checked.problems();
    this.plan = ReadPlan.of(node, checked.tags());
    this.tags =
        checked.tags().stream()
            .collect(Collectors.toMap(t -> t.place().line(), Function.identity(), (a, b) -> a));
    this.byLine =
        problems.stream()
            .collect(Collectors.groupingBy(p -> p.place().line(), HashMap::new, list()));
  }

  private static java.util.stream.Collector<Problem, ?, List<Problem>> list() {
    return Collectors.toList();
  }

  /** The table of a node with another text. */
  static Draft of(Node.Driver saved, String text) {
    Node.Driver node =
        new Node.Driver(
            saved.name(),
            saved.plugin(),
            saved.params(),
            saved.groups(),
            List.of(),
            TagTable.parse(text),
            saved.source(),
            saved.place());
    return new Draft(node, TagChecks.check(node));
  }

  Draft with(TagTable table) {
    return of(node, table.text());
  }

  Node.Driver node() {
    return node;
  }

  TagTable table() {
    return node.table();
  }

  ReadPlan plan() {
    return plan;
  }

  List<Problem> problems() {
    return problems;
  }

  /** The tag of a row; empty while the row has an error. */
  Optional<Tag> tag(TagRow row) {
    return Optional.ofNullable(tags.get(row.line()));
  }

  List<Problem> problems(TagRow row) {
    return byLine.getOrDefault(row.line(), List.of());
  }

  /** Milliseconds between two reads of a group; 0 if the node has no such group. */
  long interval(String group) {
    return node.group(group).map(g -> g.interval()).orElse(0L);
  }

  /** The address behind a tag, for one that is added after it; empty text if it has none. */
  String addressAfter(TagRow row) {
    Optional<Tag> tag = tag(row).filter(t -> Plugins.hasModbusAddresses(node.plugin()));
    int base = Plugins.addressBase(node);
    return tag.isPresent()
            && ModbusAddress.parse(tag.get().address(), tag.get().type(), base)
                instanceof ParsedAddress.Good(ModbusAddress a)
        ? new ModbusAddress(
                a.unit(),
                a.area(),
                Math.min(65_535, a.offset() + a.count(tag.get().type())),
                a.bit(),
                a.length(),
                a.strings(),
                a.order())
            .print(base)
        : "";
  }
}
