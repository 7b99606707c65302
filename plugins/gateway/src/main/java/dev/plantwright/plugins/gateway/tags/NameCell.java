package dev.plantwright.plugins.gateway.tags;

/** The name of a group or of a tag, struck out when only the site still has it. */
final class NameCell extends EditCell {
  NameCell(TagGrid grid, Sink sink) {
    super(grid, NameCell::name, entry -> entry.cell("name"), sink);
  }

  static String name(Line line) {
    return switch (line) {
      case Line.Bar bar -> bar.group();
      case Line.Entry entry -> entry.cell("name");
      case Line.Gone gone -> gone.ref().tag();
    };
  }

  @Override
  void show(Line line) {
    style("struck", line instanceof Line.Gone);
    style("strong", line instanceof Line.Bar);
    super.show(line);
  }
}
