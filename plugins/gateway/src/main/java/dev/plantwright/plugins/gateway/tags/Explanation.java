package dev.plantwright.plugins.gateway.tags;

import dev.plantwright.field.DataType;
import dev.plantwright.field.Scaling;
import dev.plantwright.field.Value;
import dev.plantwright.field.modbus.AddressExplanation;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ModbusCodec;
import dev.plantwright.field.modbus.NodeOrder;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.check.Plugins;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An address that is being typed, in words.
 *
 * @param parts the text cut into its parts; one without words while it is not understood
 * @param sentence what it means, or what is wrong with it
 */
record Explanation(
    boolean valid, List<AddressExplanation.Part> parts, String sentence, List<Fact> facts) {

  /** A line below the sentence; {@code code}: it is in the device's or the file's own letters. */
  record Fact(String name, String text, boolean code) {}

  /** What the site last read for the row, from the address it runs with. */
  record Running(String address, String type, String raw) {}

  /** Explains what the address cell of a row would mean; empty where addresses have no grammar. */
  static Optional<Explanation> of(
      Draft draft, TagRow row, String address, Optional<Running> running) {
    Node.Driver node = draft.node();
    if (!Plugins.hasModbusAddresses(node.plugin())) {
      return Optional.empty();
    }
    String typeName = draft.table().value(row, "type");
    Optional<DataType> type = DataType.ofName(typeName);
    if (type.isEmpty()) {
      return Optional.of(wrong(address, "Type \"" + typeName + "\" is not known."));
    }
    return Optional.of(
        switch (ModbusAddress.parse(address.strip(), type.get(), Plugins.addressBase(node))) {
          case ParsedAddress.Bad(int code, int column, String message) -> wrong(address, message);
          case ParsedAddress.Good(ModbusAddress good) ->
              right(draft, row, address, good, type.get(), running);
        });
  }

  private static Explanation wrong(String address, String message) {
    String shown = address.isEmpty() ? "–" : address;
    return new Explanation(
        false, List.of(new AddressExplanation.Part(shown, "")), message, List.of());
  }

  private static Explanation right(
      Draft draft,
      TagRow row,
      String address,
      ModbusAddress good,
      DataType type,
      Optional<Running> running) {
    Node.Driver node = draft.node();
    AddressExplanation words = good.explain(type, Plugins.addressBase(node), order(node));
    TagTable table = draft.table().with(row.index(), "address", address.strip());
    Draft next = draft.with(table);
    TagRow changed = table.rows().get(row.index());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("On the wire", wire(words, good), false));
    next.plan()
        .readTogether(changed.line())
        .ifPresent(text -> facts.add(new Fact("Read together", text, false)));
    running
        .flatMap(r -> bytes(next, changed, good, type, r))
        .ifPresent(text -> facts.add(new Fact("Bytes", text, true)));
    if (!words.alsoWritten().isEmpty()) {
      facts.add(new Fact("Also written", String.join("  ", words.alsoWritten()), true));
    }
    problem(draft, next, changed).ifPresent(text -> facts.add(new Fact("Problem", text, false)));
    return new Explanation(true, words.parts(), words.sentence(), facts);
  }

  /** What is wrong with the row, or what the address makes wrong elsewhere. */
  private static Optional<String> problem(Draft before, Draft next, TagRow row) {
    Optional<String> here = next.problems(row).stream().map(Problem::message).findFirst();
    return here.or(
        () ->
            next.problems().stream()
                .filter(p -> !before.problems().contains(p))
                .map(p -> "Line " + p.place().line() + ": " + p.message())
                .findFirst());
  }

  private static String wire(AddressExplanation words, ModbusAddress address) {
    String what = address.area().registers() ? "register" : "bit";
    return "function %d, start %d, %s"
        .formatted(words.function(), words.start(), ReadPlan.counted(words.count(), what));
  }

  /** The bytes last read there with what this address makes of them. */
  private static Optional<String> bytes(
      Draft draft, TagRow row, ModbusAddress address, DataType type, Running running) {
    byte[] raw = parse(running.raw());
    if (raw.length == 0 || !samePlace(draft, address, type, running)) {
      return Optional.empty();
    }
    try {
      int start = address.offset() - (address.area().registers() ? 0 : address.offset() % 8);
      Value device = ModbusCodec.decode(address, type, order(draft.node()), raw, start);
      Optional<dev.plantwright.plant.Tag> tag = draft.tag(row);
      Scaling scaling =
          tag.map(t -> new Scaling(t.decimal(), t.bias(), t.precision())).orElse(Scaling.NONE);
      String unit = draft.table().value(row, "unit");
      String value = Shown.exact(scaling.toShown(device), scaling.precision());
      return Optional.of((running.raw() + " → " + value + " " + unit).strip());
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean samePlace(
      Draft draft, ModbusAddress address, DataType type, Running running) {
    Optional<DataType> before = DataType.ofName(running.type());
    int base = Plugins.addressBase(draft.node());
    return address.area().registers()
        && before.isPresent()
        && ModbusAddress.parseLeniently(running.address(), before.get(), base)
            instanceof ParsedAddress.Good(ModbusAddress was)
        && was.unit() == address.unit()
        && was.area() == address.area()
        && was.offset() == address.offset()
        && was.count(before.get()) == address.count(type);
  }

  private static byte[] parse(String raw) {
    try {
      return HexFormat.ofDelimiter(" ").parseHex(raw);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static NodeOrder order(Node.Driver node) {
    return NodeOrder.ofSettings(number(node, "endianess"), number(node, "endianess_64"));
  }

  private static int number(Node.Driver node, String name) {
    return node.params().number(name).map(BigDecimal::intValue).orElse(1);
  }
}
