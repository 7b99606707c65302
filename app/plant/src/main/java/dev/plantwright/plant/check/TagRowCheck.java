package dev.plantwright.plant.check;

import dev.plantwright.field.Attributes;
import dev.plantwright.field.DataType;
import dev.plantwright.field.modbus.ModbusAddress;
import dev.plantwright.field.modbus.ParsedAddress;
import dev.plantwright.plant.Group;
import dev.plantwright.plant.Node;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.Tag;
import dev.plantwright.plant.tags.Cell;
import dev.plantwright.plant.tags.TagRow;
import dev.plantwright.plant.tags.TagTable;
import dev.plantwright.plant.text.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one line of a tag table and says what is wrong with it. */
final class TagRowCheck {
  private static final int MOST_NAME_BYTES = 127;
  private static final int MOST_DESCRIPTION_BYTES = 255;
  private static final int MOST_PRECISION = 17;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
  private static final Set<DataType> NOT_SCALED =
      EnumSet.of(
          DataType.BIT,
          DataType.BOOL,
          DataType.STRING,
          DataType.TIME,
          DataType.DATE_AND_TIME,
          DataType.CUSTOM);
  private static final List<String> TYPES =
      Arrays.stream(DataType.values()).map(DataType::name).toList();

  private final Node.Driver node;
  private final TagTable table;
  private final TagRow row;
  private final List<Problem> problems = new ArrayList<>();

  TagRowCheck(Node.Driver node, TagRow row) {
    this.node = node;
    this.table = node.table();
    this.row = row;
  }

  List<Problem> problems() {
    return problems;
  }

  /**
   * The tag, if the line has no error.
   *
   * @param lines where names of this table were seen, by group and name; the row adds its own
   */
  Optional<Tag> tag(Map<String, Integer> lines) {
    if (!hasAllCells()) {
      return Optional.empty();
    }
    String group = group();
    String name = name(group, lines);
    Optional<DataType> type = type();
    Optional<Attributes> attributes = attributes();
    String address = address(type, attributes);
    int precision = precision();
    double decimal = number("decimal");
    double bias = number("bias");
    type.ifPresent(this::scaling);
    String description = description();
    boolean failed = problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    return failed
        ? Optional.empty()
        : Optional.of(
            new Tag(
                group,
                name,
                address,
                attributes.orElseThrow(),
                type.orElseThrow(),
                precision,
                decimal,
                bias,
                table.value(row, "unit"),
                description,
                new Place(node.tagsFile(), row.line(), 1)));
  }

  private boolean hasAllCells() {
    int cells = row.cells().size();
    int columns = table.columns().size();
    if (cells == columns) {
      return true;
    }
    Cell where = cells > columns ? row.cells().get(columns) : row.cells().getLast();
    int column =
        cells > columns
            ? where.column()
            : where.column() + where.span().end() - where.span().start();
    String todo =
        cells > columns
            ? "Remove the rest, or put a cell with a comma into double quotes."
            : "Add what is missing; an empty cell is written as nothing between two commas.";
    String message = "The line has %d cells and the header %d. %s".formatted(cells, columns, todo);
    problems.add(
        Problem.error("TAG-CELLS", new Place(node.tagsFile(), where.line(), column), message));
    return false;
  }

  private String group() {
    String group = table.value(row, "group");
    List<String> groups = node.groups().stream().map(Group::name).toList();
    if (!groups.contains(group)) {
      String message =
          group.isEmpty()
              ? "The group is missing. Name one of node.json."
              : "Node %s has no group %s. Add it to node.json or name another.%s"
                  .formatted(node.name(), group, Nearest.hint(group, groups));
      error("TAG-GROUP", "group", 0, message);
    }
    return group;
  }

  private String name(String group, Map<String, Integer> lines) {
    String name = table.value(row, "name");
    if (name.isEmpty()) {
      error("TAG-NAME", "name", 0, "The name is missing. Give the tag one.");
      return name;
    }
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_NAME_BYTES) {
      String message = "The name has %d bytes, more than 127. Shorten it.".formatted(bytes);
      error("TAG-NAME", "name", 0, message);
    }
    Integer first = lines.putIfAbsent(group + "\n" + name, row.line());
    if (first != null) {
      String message = "Group %s has a tag %s already, in line %d. Rename or remove one.";
      error("TAG-DUPLICATE", "name", 0, message.formatted(group, name, first));
    }
    return name;
  }

  private Optional<DataType> type() {
    String text = table.value(row, "type");
    Optional<DataType> type = DataType.ofName(text);
    if (type.isEmpty()) {
      String message =
          text.isEmpty()
              ? "The type is missing. Write one such as INT16, FLOAT, BIT or STRING."
              : "There is no type %s.%s"
                  .formatted(
                      text,
                      Nearest.to(text, TYPES)
                          .map(" Did you mean %s?"::formatted)
                          .orElse(" Write one such as INT16, FLOAT, BIT or STRING."));
      error("TAG-TYPE", "type", 0, message);
    }
    return type;
  }

  private Optional<Attributes> attributes() {
    String text = table.value(row, "attribute");
    Optional<Attributes> attributes = Attributes.ofWords(text);
    if (attributes.isEmpty()) {
      String wrong =
          Arrays.stream(text.split("\\s+"))
              .filter(w -> Attributes.ofWords(w).isEmpty())
              .findFirst()
              .orElse("");
      String start =
          text.isEmpty()
              ? "The attribute is missing."
              : "There is no attribute %s.".formatted(wrong);
      String hint = Nearest.hint(wrong, List.of("Read", "Write", "Subscribe"));
      error(
          "TAG-ATTRIBUTE",
          "attribute",
          Math.max(0, rawOf("attribute").indexOf(wrong)),
          start
              + hint
              + (hint.isEmpty() ? " Write Read, Write, Subscribe or several of them." : ""));
    }
    return attributes;
  }

  private String address(Optional<DataType> type, Optional<Attributes> attributes) {
    String address = table.value(row, "address");
    if (address.isEmpty()) {
      error("TAG-ADDRESS", "address", 0, "The address is missing. %s".formatted(example()));
    } else if (address.getBytes(StandardCharsets.UTF_8).length > MOST_NAME_BYTES) {
      error("TAG-ADDRESS", "address", 0, "The address has more than 127 bytes. Shorten it.");
    } else if (Plugins.hasModbusAddresses(node.plugin()) && type.isPresent()) {
      modbus(address, type.get(), attributes);
    }
    return address;
  }

  private String example() {
    return Plugins.hasModbusAddresses(node.plugin())
        ? "Write one such as 1!400001."
        : "Write where the device keeps the value.";
  }

  private void modbus(String address, DataType type, Optional<Attributes> attributes) {
    switch (ModbusAddress.parse(address, type, Plugins.addressBase(node))) {
      case ParsedAddress.Bad(int code, int column, String message)
          when code == Plugins.TYPE_DOES_NOT_FIT ->
          error("TAG-TYPE", "type", 0, message);
      case ParsedAddress.Bad(_, int column, String message) -> {
        int blanks = rawOf("address").indexOf(address);
        error("TAG-ADDRESS", "address", Math.max(0, blanks) + column - 1, message);
      }
      case ParsedAddress.Good(ModbusAddress good) ->
          attributes.filter(Attributes::write).ifPresent(_ -> writable(good, type));
    }
  }

  private void writable(ModbusAddress address, DataType type) {
    if (!address.area().writable()) {
      String message = "A %s cannot be written. Remove Write, or use a %s.";
      String other = address.area().registers() ? "holding register (4)" : "coil (0)";
      error("TAG-WRITE", "attribute", 0, message.formatted(address.area().words(), other));
    } else if (type == DataType.BIT && address.area().registers()) {
      String message = "A bit of a register cannot be written alone. Remove Write, or use a coil.";
      error("TAG-WRITE", "attribute", 0, message);
    }
  }

  private int precision() {
    String text = table.value(row, "precision");
    if (text.isEmpty()) {
      return 0;
    }
    int value = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : MOST_PRECISION + 1;
    if (value > MOST_PRECISION) {
      String message = "The precision must be a whole number from 0 to 17, not %s.";
      error("TAG-PRECISION", "precision", 0, message.formatted(text));
    }
    return value;
  }

  private double number(String column) {
    String text = table.value(row, column);
    if (text.isEmpty()) {
      return 0;
    }
    double value = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      String message = "The %s must be a number such as 0.1, not %s.".formatted(column, text);
      error("TAG-" + column.toUpperCase(Locale.ROOT), column, 0, message);
      return 0;
    }
    return value;
  }

  /** Gateways refuse precision, factor and bias on what is no number. */
  private void scaling(DataType type) {
    for (String column : List.of("precision", "decimal", "bias")) {
      String text = table.value(row, column);
      boolean scales = NUMBER.matcher(text).matches() && Double.parseDouble(text) != 0;
      if (scales && NOT_SCALED.contains(type)) {
        String message = "A %s cannot have a %s. Leave the cell empty.";
        String code = "TAG-" + column.toUpperCase(Locale.ROOT);
        error(code, column, 0, message.formatted(type.name(), column));
      }
    }
  }

  private String description() {
    String text = table.value(row, "description");
    if (text.getBytes(StandardCharsets.UTF_8).length > MOST_DESCRIPTION_BYTES) {
      String message = "The description has more than 255 bytes. Shorten it.";
      error("TAG-DESCRIPTION", "description", 0, message);
    }
    return text;
  }

  private void error(String code, String column, int index, String message) {
    problems.add(Problem.error(code, place(column, index), message));
  }

  private Place place(String column, int index) {
    return table
        .cell(row, column)
        .map(c -> new Place(node.tagsFile(), c.line(), c.columnAt(index)))
        .orElse(new Place(node.tagsFile(), row.line(), 0));
  }

  private String rawOf(String column) {
    return table.cell(row, column).map(Cell::value).orElse("");
  }
}
