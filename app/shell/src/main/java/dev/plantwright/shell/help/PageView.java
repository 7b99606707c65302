package dev.plantwright.shell.help;

import dev.plantwright.shell.help.Block.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A page of help as text on screen. */
final class PageView extends VBox {
  /** Cells up to this length are not wrapped, but in the last column. */
  private static final int SHORT = 28;

  private final Consumer<String> follow;
  private final Map<String, Node> sections = new HashMap<>();

  /**
   * @param follow told the target of a link that was clicked
   */
  PageView(HelpPage page, Consumer<String> follow) {
    this.follow = follow;
    getStyleClass().add("help-page");
    page.blocks().forEach(block -> getChildren().add(node(block)));
  }

  /** Node of a heading. */
  Optional<Node> section(String heading) {
    return Optional.ofNullable(sections.get(heading));
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> flow(paragraph.spans());
      case Block.Items items -> items(items);
      case Block.Table table -> table(table);
      case Block.Code code -> code(code);
    };
  }

  private Node heading(Block.Heading heading) {
    TextFlow flow = flow(heading.spans());
    flow.getStyleClass().add("help-heading-" + Math.min(3, heading.level()));
    sections.putIfAbsent(Block.plain(heading.spans()), flow);
    return flow;
  }

  private static Node code(Block.Code code) {
    Label label = new Label(code.text());
    label.getStyleClass().add("help-code");
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  private Node items(Block.Items items) {
    VBox box = new VBox(4);
    for (int i = 0; i < items.items().size(); i++) {
      Label mark = new Label(items.first() == 0 ? "•" : (items.first() + i) + ".");
      mark.getStyleClass().add("subtle");
      mark.setMinWidth(items.first() == 0 ? 12 : 20);
      TextFlow flow = flow(items.items().get(i));
      HBox.setHgrow(flow, Priority.ALWAYS);
      box.getChildren().add(new HBox(4, mark, flow));
    }
    return box;
  }

  private Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("help-table");
    int columns = table.header().size();
    for (int column = 0; column < columns; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHgrow(column == columns - 1 ? Priority.ALWAYS : Priority.SOMETIMES);
      grid.getColumnConstraints().add(constraints);
      grid.add(cell(table.header().get(column), column == columns - 1, "help-th"), column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        List<Span> spans = table.rows().get(row).get(column);
        grid.add(cell(spans, column == columns - 1, "help-td"), column, row + 1);
      }
    }
    return grid;
  }

  private Node cell(List<Span> spans, boolean last, String style) {
    TextFlow flow = flow(spans);
    flow.getStyleClass().add(style);
    if (!last && Block.plain(spans).length() <= SHORT) {
      flow.setMinWidth(Region.USE_PREF_SIZE);
    }
    return flow;
  }

  private TextFlow flow(List<Span> spans) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("help-text");
    flow.setLineSpacing(2);
    flow.setMinHeight(USE_PREF_SIZE);
    spans.forEach(span -> flow.getChildren().add(text(span)));
    return flow;
  }

  private Text text(Span span) {
    Text text = new Text(span.text());
    text.getStyleClass().add("help-" + span.style().name().toLowerCase(java.util.Locale.ROOT));
    span.link()
        .ifPresent(
            target -> {
              text.getStyleClass().add("help-link");
              text.setId("help/link/" + target);
              text.setOnMouseClicked(e -> follow.accept(target));
            });
    return text;
  }
}
