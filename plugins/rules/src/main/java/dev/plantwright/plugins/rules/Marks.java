package dev.plantwright.plugins.rules;

import dev.plantwright.api.code.CodeEditor.Colour;
import dev.plantwright.api.code.CodeEditor.Mark;
import dev.plantwright.plant.Problem;
import dev.plantwright.plant.json.JsonText;
import dev.plantwright.plant.text.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Problems as squiggles: each under the word that it begins with. */
final class Marks {
  private Marks() {}

  /** Of the problems of a file in its text. */
  static List<Mark> of(String text, List<Colour> words, List<Problem> problems) {
    Lines lines = Lines.of(text);
    return problems.stream()
        .map(p -> mark(p, lines.offset(p.place().line(), p.place().column()), text, words))
        .toList();
  }

  /** Of the problems of a rule file that are in its SQL, in the text of the SQL. */
  static List<Mark> inSql(RuleText rule, List<Problem> problems) {
    String sql = rule.sql().map(s -> s.value()).orElse("");
    List<Colour> words = SqlColours.of(sql);
    List<Mark> marks = new ArrayList<>();
    for (Problem problem : problems) {
      OptionalInt index = sqlIndex(rule, problem);
      index.ifPresent(i -> marks.add(mark(problem, i, sql, words)));
    }
    return marks;
  }

  /** How many of the problems are not in the SQL. */
  static int elsewhere(RuleText rule, List<Problem> problems) {
    return (int) problems.stream().filter(p -> sqlIndex(rule, p).isEmpty()).count();
  }

  private static OptionalInt sqlIndex(RuleText rule, Problem problem) {
    JsonText json = rule.json();
    return problem.place().line() == 0
        ? OptionalInt.empty()
        : rule.sqlIndex(json.lines().offset(problem.place().line(), problem.place().column()));
  }

  private static Mark mark(Problem problem, int offset, String text, List<Colour> words) {
    int start = lastVisible(text, offset);
    int length =
        words.stream()
            .filter(w -> w.start() <= start && start < w.start() + w.length())
            .mapToInt(w -> w.start() + w.length() - start)
            .findFirst()
            .orElse(1);
    return new Mark(start, length, problem.severity(), problem.message());
  }

  /** At the end of a text there is nothing to underline: what stands before it is. */
  private static int lastVisible(String text, int offset) {
    int at = Math.min(offset, text.length() - 1);
    while (offset >= text.length() && at > 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return Math.max(0, at);
  }
}
