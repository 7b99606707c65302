package dev.plantwright.shell;

import dev.plantwright.api.Focus;
import dev.plantwright.shell.help.HelpDesk;
import dev.plantwright.shell.help.HelpPage;
import dev.plantwright.shell.palette.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The help of all parts: read in the background, opened by F1, found by Quick Access. */
final class Help {
  private static final String ICON = "mdi2h-help-circle-outline";

  private final Shell shell;
  private final HelpDesk desk = new HelpDesk();

  Help(Shell shell) {
    this.shell = shell;
  }

  HelpDesk desk() {
    return desk;
  }

  void read(List<HelpPage.Source> sources) {
    shell
        .jobs()
        .quietly(
            "Read the help",
            progress -> {
              List<HelpPage> pages = new ArrayList<>();
              for (HelpPage.Source source : sources) {
                HelpPage.read(source).ifPresent(pages::add);
              }
              return pages;
            })
        .then(desk::add);
  }

  /** Shows the page of the part with the focus; of the help itself, and of nothing, all pages. */
  void open(Focus focus) {
    String part = focus.partId().map(id -> id.replaceFirst(":.*", "")).orElse("");
    open(part.equals("help") ? HelpDesk.CONTENTS : part, "");
  }

  void contents() {
    open(HelpDesk.CONTENTS, "");
  }

  private void open(String page, String section) {
    desk.open(page, section);
    shell.show("help");
  }

  /** Pages for Quick Access, and their sections once something is typed. */
  Stream<Entry> entries(String typed) {
    return desk.pages().stream()
        .flatMap(
            page ->
                Stream.concat(
                    Stream.of(entry(page, "")),
                    typed.isBlank()
                        ? Stream.empty()
                        : page.sections().stream().map(s -> entry(page, s))));
  }

  private Entry entry(HelpPage page, String section) {
    String title = section.isEmpty() ? page.title() : page.title() + ": " + section;
    return new Entry(
        "help/" + page.id() + "/" + section,
        "Help",
        ICON,
        title,
        "",
        "",
        () -> open(page.id(), section));
  }
}
