package dev.plantwright.shell;

import dev.plantwright.api.Jobs.Job;
import dev.plantwright.api.Jobs.State;
import dev.plantwright.api.Scope;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.Severity;
import dev.plantwright.shell.window.SiteButton;
import dev.plantwright.shell.window.StatusRow.Facts;
import dev.plantwright.sites.deploy.Change;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Tells the status bar once a second what it says, and writes the user's files when they changed.
 */
final class StatusFacts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Shell shell;
  private final Scope scope = new Scope();
  private final SiteFacts site;
  private final SiteButton siteButton;
  private boolean writing;
  private boolean siteShown;
  private int changesShown;

  StatusFacts(Shell shell) {
    this.shell = shell;
    site = new SiteFacts(shell.site(), shell.live());
    siteButton = new SiteButton(() -> shell.show("sites"));
  }

  void start() {
    shell.frames().paint(scope, shell.window().status(), 2, this::show);
    show();
  }

  private void show() {
    Facts facts = facts();
    shell.window().status().show(facts);
    facts.site().ifPresent(s -> siteButton.show("local", s.status(), s.words()));
    showSite(facts.site().isPresent());
    showChanges(facts.undeployed());
    write();
    shell.unsaved().look();
  }

  private void showSite(boolean there) {
    if (there != siteShown) {
      siteShown = there;
      shell.window().tools().site(there ? Optional.of(siteButton) : Optional.empty());
    }
  }

  private void showChanges(int count) {
    if (count != changesShown) {
      changesShown = count;
      shell.window().tools().changes(count);
    }
  }

  private void write() {
    if (writing || !shell.files().takeTouched()) {
      return;
    }
    writing = true;
    UserFiles.Texts texts = shell.texts();
    shell
        .jobs()
        .quietly(
            "Write layout and settings",
            progress -> {
              shell.files().write(texts);
              return true;
            })
        .then(done -> writing = false)
        .failed(
            e -> {
              writing = false;
              shell.guard().report("workbench", "Writing layout and settings", e);
            });
  }

  private Facts facts() {
    List<Problem> problems = shell.problems();
    int errors = (int) problems.stream().filter(p -> p.severity() == Severity.ERROR).count();
    Optional<Job<?>> job =
        shell.jobs().all().stream().filter(j -> j.state().get() == State.RUNNING).findFirst();
    Runtime runtime = Runtime.getRuntime();
    int selected = shell.focus().getValue().selection().size();
    return new Facts(
        site.now(),
        errors,
        problems.size() - errors,
        selected > 0 ? selected + " selected" : "",
        job.map(Job::title).orElse(""),
        job.map(j -> j.progress().get()).orElse(-1.0),
        (int)
            shell.site().deployment().getValue().changes().stream().filter(Change::isWork).count(),
        runtime.totalMemory() - runtime.freeMemory(),
        runtime.maxMemory(),
        LocalTime.now().format(TIME));
  }
}
