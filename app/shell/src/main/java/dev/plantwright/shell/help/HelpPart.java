package dev.plantwright.shell.help;

import dev.plantwright.api.Notice;
import dev.plantwright.api.Part;
import dev.plantwright.api.PartContext;
import dev.plantwright.api.controls.Buttons;
import dev.plantwright.shell.jobs.Afterwards;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows a page of help. */
public final class HelpPart implements Part {
  private final PartContext context;
  private final HelpDesk desk;
  private final Button back;
  private final ScrollPane scroll = new ScrollPane();
  private final VBox node;

  public HelpPart(PartContext context, HelpDesk desk) {
    this.context = context;
    this.desk = desk;
    back = Buttons.icon("mdi2a-arrow-left", "Back", desk::back);
    back.setId("part/help/back");
    Button contents =
        Buttons.icon("mdi2f-format-list-bulleted", "All pages", () -> desk.open(HelpDesk.CONTENTS));
    contents.setId("part/help/contents");
    HBox bar = new HBox(back, contents);
    bar.getStyleClass().add("part-toolbar");
    scroll.setId("part/help/page");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    node = new VBox(bar, scroll);
    context.scope().listen(desk.shown(), this::show);
  }

  private void show(HelpDesk.Shown shown) {
    PageView page = new PageView(shown.page(), this::follow);
    back.setDisable(!desk.canGoBack());
    scroll.setContent(page);
    scroll.setVvalue(0);
    // The page has a height only after the next layout.
    page.section(shown.section()).ifPresent(s -> Afterwards.run(() -> scrollTo(page, s)));
  }

  private void scrollTo(PageView page, Node section) {
    scroll.applyCss();
    scroll.layout();
    double room = page.getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(room <= 0 ? 0 : Math.min(1, section.getBoundsInParent().getMinY() / room));
  }

  private void follow(String target) {
    if (target.startsWith("command:")) {
      context.workbench().run(target.substring("command:".length()));
    } else if (target.endsWith(".md")) {
      desk.open(target.substring(0, target.length() - ".md".length()));
    } else {
      context.workbench().tell(Notice.info("This leads out of the workbench: " + target));
    }
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void focus() {
    scroll.requestFocus();
  }
}
