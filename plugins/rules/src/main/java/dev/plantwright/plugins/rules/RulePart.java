package dev.plantwright.plugins.rules;

import dev.plantwright.api.Document;
import dev.plantwright.api.GoTo;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.code.CodeEditor;
import dev.plantwright.api.controls.Banner;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.api.controls.Segmented;
import dev.plantwright.plant.Place;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.plant.text.Lines;
import dev.plantwright.plugins.rules.complete.Completer;
import dev.plantwright.plugins.rules.complete.Completion;
import dev.plantwright.plugins.rules.complete.KnownStreams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A rule: an editor of rules/NAME.json, as SQL or as JSON. */
final class RulePart implements Part, GoTo {
  private static final String SQL = "SQL";
  private static final String JSON = "JSON";

  private final PartContext context;
  private final OpenFile file;
  private final DraftCheck check;
  private final CodeEditor sql = new CodeEditor(SqlColours::of);
  private final CodeEditor json = new CodeEditor(JsonColours::of);
  private final Segmented view;
  private final Label elsewhere = new Label();
  private final Label caret = new Label();
  private final Banner banner = new Banner();
  private final StackPane editors = new StackPane(sql);
  private final StatePane state;
  private final BorderPane root = new BorderPane();
  private RuleText rule = RuleText.of("{}");
  private List<Problem> problems = List.of();
  private Optional<Place> pending = Optional.empty();

  RulePart(PartContext context) {
    this.context = context;
    String name = RuleText.name(context.argument().orElseThrow());
    context.title(name);
    view = new Segmented(List.of(SQL, JSON), SQL, this::viewed);
    view.setId("part/rule/view");
    state = new StatePane(context);
    check = new DraftCheck(context, context.argument().get(), "rule:" + name, this::checked);
    editors();
    root.setTop(new VBox(toolbar(), banner));
    root.setCenter(editors);
    root.setRight(state);
    root.setId("part/rule/body");
    file = new OpenFile(context, this::show, this::unreadable);
    if (JSON.equals(context.state().get("view"))) {
      view.choose(JSON);
    }
  }

  private void editors() {
    sql.id("part/rule/editor");
    sql.wrap(true);
    sql.onEdit(text -> file.type("Edit SQL", rule.withSql(text)));
    json.id("part/rule/json");
    json.onEdit(text -> file.type("Edit JSON", text));
    KnownStreams known = new KnownStreams(context);
    new Completer(sql, (text, at, asked) -> Completion.at(text, at, known.now(), asked));
    context.scope().listen(sql.caret(), c -> showCaret());
    context.scope().listen(json.caret(), c -> showCaret());
  }

  private HBox toolbar() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    elsewhere.getStyleClass().addAll("dense", "link");
    elsewhere.setOnMouseClicked(e -> view.choose(JSON));
    caret.getStyleClass().addAll("dense", "muted");
    HBox bar = new HBox(view, elsewhere, space, caret);
    bar.getStyleClass().add("part-toolbar");
    return bar;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public Optional<Document<?>> document() {
    return file.document().map(d -> d);
  }

  @Override
  public List<String> tools() {
    return List.of("rule.start", "rule.stop", "site.deploy");
  }

  @Override
  public Map<String, String> state() {
    return Map.of("view", view.chosen());
  }

  @Override
  public void focus() {
    shown().requestFocus();
  }

  /** Start and stop, for commands. */
  StatePane onSite() {
    return state;
  }

  @Override
  public void goTo(Place place) {
    if (file.document().isEmpty()) {
      pending = Optional.of(place);
      return;
    }
    Lines lines = rule.json().lines();
    OptionalInt index = rule.sqlIndex(lines.offset(place.line(), place.column()));
    if (place.line() > 0 && index.isPresent()) {
      view.choose(SQL);
      Lines sqlLines = Lines.of(sql.text());
      sql.goTo(sqlLines.line(index.getAsInt()), sqlLines.column(index.getAsInt()));
    } else {
      view.choose(JSON);
      json.goTo(Math.max(1, place.line()), Math.max(1, place.column()));
    }
  }

  private CodeEditor shown() {
    return view.chosen().equals(SQL) ? sql : json;
  }

  private void viewed(String choice) {
    editors.getChildren().setAll(shown());
    showCaret();
    showNoSql();
    elsewhere();
    shown().requestFocus();
  }

  private void showCaret() {
    caret.setText("Line %d, column %d".formatted(shown().line(), shown().column()));
  }

  private void show(String text, boolean edited) {
    rule = RuleText.of(text);
    rule.sql().ifPresent(s -> sql.text(s.value()));
    sql.editable(rule.sql().isPresent());
    json.text(text);
    showNoSql();
    state.show(rule, file.file(), Completion.sources(sql.text()), edited);
    check.changed(text, edited);
    pending.ifPresent(
        place -> {
          pending = Optional.empty();
          goTo(place);
        });
  }

  /** Says why there is no SQL to edit; the JSON then is the only way. */
  private void showNoSql() {
    if (rule.sql().isPresent() || view.chosen().equals(JSON)) {
      banner.hide();
      return;
    }
    String why =
        rule.json().root().isEmpty()
            ? "The JSON has a mistake, so its SQL cannot be edited here."
            : "The rule has no SQL.";
    banner.show(
        Banner.Tone.WARNING,
        why,
        List.of(Buttons.compact(Buttons.of("Open JSON", () -> view.choose(JSON)))));
  }

  private void unreadable(String sentence) {
    sql.editable(false);
    json.editable(false);
    banner.show(Banner.Tone.DANGER, sentence, List.of());
  }

  private void checked(List<Problem> found) {
    problems = found;
    sql.marks(Marks.inSql(rule, found));
    json.marks(Marks.of(rule.json().text(), JsonColours.of(rule.json().text()), found));
    elsewhere();
    context.badge(found.size(), found.stream().anyMatch(p -> p.severity() == Severity.ERROR));
  }

  private void elsewhere() {
    int count = view.chosen().equals(SQL) ? Marks.elsewhere(rule, problems) : 0;
    elsewhere.setText(
        count == 0 ? "" : count + (count == 1 ? " problem" : " problems") + " outside the SQL");
  }
}
