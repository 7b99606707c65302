package dev.plantwright.plugins.rules;

import dev.plantwright.api.PartContext;
import dev.plantwright.api.Workbench;
import dev.plantwright.sites.doors.Doors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;

/** Asks the site the same question again and again while a node can be seen. */
final class Poll<T> {
  private final Workbench workbench;
  private final long everyMs;
  private final String title;
  private final Function<Doors, T> question;
  private final Function<String, T> nobody;
  private final Consumer<T> onAnswer;
  private boolean asking;
  private long askedMs;

  /**
   * @param everyMs at least so long from one question to the next
   * @param question asked off the FX thread
   * @param nobody the answer when the site does not, from the reason
   */
  Poll(
      PartContext context,
      Node node,
      long everyMs,
      String title,
      Function<Doors, T> question,
      Function<String, T> nobody,
      Consumer<T> onAnswer) {
    this.workbench = context.workbench();
    this.everyMs = everyMs;
    this.title = title;
    this.question = question;
    this.nobody = nobody;
    this.onAnswer = onAnswer;
    workbench.frames().paint(context.scope(), node, 1, this::tick);
    context.scope().listen(workbench.site().doors(), d -> now());
  }

  /** Asks at the next chance. */
  void now() {
    askedMs = 0;
  }

  private void tick() {
    long now = workbench.live().nowMs();
    if (asking || now - askedMs < everyMs) {
      return;
    }
    askedMs = now;
    workbench
        .site()
        .doors()
        .getValue()
        .ifPresentOrElse(this::ask, () -> answer("The site is not running."));
  }

  private void ask(Doors doors) {
    asking = true;
    workbench
        .jobs()
        .quietly(title, p -> question.apply(doors))
        .then(
            answer -> {
              asking = false;
              onAnswer.accept(answer);
            })
        .failed(e -> answer(String.valueOf(e.getMessage())));
  }

  private void answer(String reason) {
    asking = false;
    onAnswer.accept(nobody.apply(reason));
  }
}
