package dev.plantwright.plugins.rules;

import dev.plantwright.api.controls.Icons;
import dev.plantwright.api.controls.Status;
import dev.plantwright.api.controls.StatusMark;
import dev.plantwright.live.Format;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A rule or a stream: name, rows in and out, problems, state; each in its column. */
final class RuleCell extends ListCell<RuleRow> {
  private static final double COUNT_WIDTH = 44;
  private static final double BADGE_WIDTH = 18;

  private final RulesPart part;
  private final FontIcon icon = Icons.row("mdi2w-waves");
  private final Label name = new Label();
  private final Label in = count();
  private final Label out = count();
  private final Label badge = new Label();
  private final HBox badgePlace = new HBox(badge);
  private final StatusMark mark = new StatusMark();
  private final Tooltip words = new Tooltip();
  private final HBox box = new HBox(6, icon, name, in, out, badgePlace, mark);
  private final HBox heading = new HBox(6);

  RuleCell(RulesPart part) {
    this.part = part;
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    badge.getStyleClass().add("badge");
    badgePlace.setMinWidth(BADGE_WIDTH);
    badgePlace.setAlignment(Pos.CENTER_RIGHT);
    mark.setMinWidth(14);
    mark.setMaxWidth(14);
    box.setAlignment(Pos.CENTER_LEFT);
    heading.setAlignment(Pos.CENTER_LEFT);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
  }

  private static Label count() {
    Label label = new Label();
    label.getStyleClass().addAll("dense", "muted");
    label.setMinWidth(COUNT_WIDTH);
    label.setMaxWidth(COUNT_WIDTH);
    label.setAlignment(Pos.CENTER_RIGHT);
    return label;
  }

  @Override
  protected void updateItem(RuleRow row, boolean empty) {
    super.updateItem(row, empty);
    setTooltip(null);
    switch (empty ? null : row) {
      case null -> setGraphic(null);
      case RuleRow.Heading(String title) -> showHeading(title);
      case RuleRow.Rule rule -> showRule(rule);
      case RuleRow.Stream stream -> showStream(stream);
    }
  }

  private void showHeading(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    label.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(label, Priority.ALWAYS);
    boolean rules = title.equals("Rules");
    Label rows = count();
    rows.setText(rules ? "rows in" : "messages");
    rows.setMinWidth(Region.USE_PREF_SIZE);
    Label results = count();
    results.setText(rules ? "out" : "");
    Region gap = new Region();
    gap.setMinWidth(BADGE_WIDTH + 6 + 14);
    heading.getChildren().setAll(label, rows, results, gap);
    setAccessibleText(title);
    setGraphic(heading);
  }

  private void showRule(RuleRow.Rule rule) {
    RuleSeen seen = part.site().rule(rule.id());
    icon.setIconLiteral("mdi2f-filter-cog-outline");
    name.setText(rule.name());
    switch (seen) {
      case RuleSeen.Present(var status) -> {
        in.setText(brief(status.recordsIn()));
        out.setText(brief(status.recordsOut()));
        say(
            "%s: %s, %s rows in, %s rows out, %s errors"
                .formatted(
                    rule.name(),
                    seen.words(),
                    Format.count(status.recordsIn()),
                    Format.count(status.recordsOut()),
                    Format.count(status.exceptions())));
      }
      case RuleSeen.Absent a -> nothing(rule.name() + ": not deployed yet");
      case RuleSeen.Unknown u -> nothing(rule.name() + ": " + u.reason());
    }
    show(rule.file(), seen.status());
  }

  private void showStream(RuleRow.Stream stream) {
    icon.setIconLiteral("mdi2w-waves");
    name.setText(stream.name());
    long messages = part.messages(stream.topic());
    in.setText(messages < 0 ? Format.NOTHING : brief(messages));
    out.setText("");
    boolean there = part.site().streams().contains(stream.name());
    Status status =
        !part.site().known() ? Status.OFF : there ? Status.RUNNING : Status.NOT_DEPLOYED;
    String seen = messages < 0 ? "" : ", " + Format.count(messages) + " messages seen";
    say("%s: %s, reads %s%s".formatted(stream.name(), status.word(), stream.topic(), seen));
    show(stream.file(), status);
  }

  private void nothing(String sentence) {
    in.setText(Format.NOTHING);
    out.setText(Format.NOTHING);
    say(sentence);
  }

  private void say(String sentence) {
    words.setText(sentence);
    setTooltip(words);
    setAccessibleText(sentence);
  }

  private void show(String file, Status status) {
    mark.show(status, "");
    int errors = part.errors(file);
    int all = part.problems(file);
    badge.setVisible(all > 0);
    badge.setText(Integer.toString(all));
    badge.getStyleClass().removeAll("danger", "warning");
    badge.getStyleClass().add(errors > 0 ? "danger" : "warning");
    setGraphic(box);
  }

  /** At most six characters. */
  private static String brief(long count) {
    if (count < 100_000) {
      return Format.count(count);
    }
    return count < 10_000_000
        ? Format.count(count / 1_000) + "k"
        : Format.count(count / 1_000_000) + "M";
  }
}
