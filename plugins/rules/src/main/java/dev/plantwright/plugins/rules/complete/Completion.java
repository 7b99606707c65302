package dev.plantwright.plugins.rules.complete;

import dev.plantwright.sql.lexer.Lexeme;
import dev.plantwright.sql.lexer.Lexer;
import dev.plantwright.sql.lexer.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What can be written at a place of a statement; pure. */
public final class Completion {
  private static final int MOST = 60;
  private static final int LETTERS = 2;

  /**
   * What is proposed.
   *
   * @param start of the word at the caret
   * @param end of that word behind the caret
   */
  public record Offer(int start, int end, List<Proposal> proposals) {
    public Offer {
      proposals = List.copyOf(proposals);
    }
  }

  private final Known known;
  private final List<Lexeme> before;
  private final Set<String> sources;
  private final String word;

  private Completion(Known known, List<Lexeme> before, Set<String> sources, String word) {
    this.known = known;
    this.before = before;
    this.sources = sources;
    this.word = word.toLowerCase(Locale.ROOT);
  }

  /**
   * Proposals at the caret, best first.
   *
   * @param asked the user asks for them: also without letters before the caret
   */
  public static Optional<Offer> at(String sql, int caret, Known known, boolean asked) {
    int start = start(sql, caret);
    String word = sql.substring(start, caret);
    List<Lexeme> all = Lexer.all(sql);
    if (!asked && word.length() < LETTERS || isQuoted(all, caret) || isNumber(word)) {
      return Optional.empty();
    }
    List<Lexeme> before = all.stream().filter(l -> l.span().end() <= start && isCode(l)).toList();
    List<Proposal> found = new Completion(known, before, sources(sql), word).proposals();
    boolean written = found.size() == 1 && found.getFirst().insert().equals(word);
    return found.isEmpty() || written && !asked
        ? Optional.empty()
        : Optional.of(new Offer(start, end(sql, caret), found));
  }

  /** The streams a statement reads, by the words behind FROM and JOIN; no text makes it fail. */
  public static Set<String> sources(String sql) {
    Set<String> names = new LinkedHashSet<>();
    List<Lexeme> all = Lexer.all(sql).stream().filter(Completion::isCode).toList();
    for (int i = 0; i + 1 < all.size(); i++) {
      boolean named = all.get(i).is(Symbol.FROM) || all.get(i).is(Symbol.JOIN);
      if (named && all.get(i + 1).isName()) {
        names.add(all.get(i + 1).text());
      }
    }
    return names;
  }

  private static boolean isCode(Lexeme lexeme) {
    return !lexeme.is(Symbol.COMMENT) && !lexeme.is(Symbol.END_OF_TEXT);
  }

  private static int start(String sql, int caret) {
    int at = caret;
    while (at > 0 && isWord(sql.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static int end(String sql, int caret) {
    int at = caret;
    while (at < sql.length() && isWord(sql.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  /** Inside a string or a comment nothing is proposed. */
  private static boolean isQuoted(List<Lexeme> all, int caret) {
    return all.stream()
        .anyMatch(
            l -> {
              boolean open = l.is(Symbol.BAD_STRING) || l.is(Symbol.COMMENT);
              boolean quoted = open || l.isString() || l.is(Symbol.ILLEGAL);
              int end = l.span().end();
              return quoted && l.span().start() < caret && (open ? caret <= end : caret < end);
            });
  }

  private List<Proposal> proposals() {
    Symbol last = before.isEmpty() ? Symbol.END_OF_TEXT : before.getLast().symbol();
    Stream<Proposal> all =
        switch (last) {
          case ARROW -> members(path());
          case FROM, JOIN -> known.streams().stream().map(Proposal::stream);
          case DOT -> columns(qualified()).map(c -> Proposal.column(c, c.text()));
          default -> anything();
        };
    return all.filter(p -> rank(p) < Integer.MAX_VALUE)
        .sorted(Comparator.comparingInt(this::rank).thenComparing(Proposal::kind))
        .limit(MOST)
        .toList();
  }

  private Stream<Proposal> anything() {
    Stream<Proposal> columns = columns(sources).map(c -> Proposal.column(c, c.text()));
    Stream<Proposal> streams =
        known.streams().stream().filter(s -> sources.contains(s.name())).map(Proposal::stream);
    return Stream.of(columns, streams, Vocabulary.all().stream()).flatMap(s -> s);
  }

  /** Columns of these streams; of all when none of them is known. */
  private Stream<Column> columns(Set<String> names) {
    boolean none = known.streams().stream().noneMatch(s -> names.contains(s.name()));
    return known.streams().stream()
        .filter(s -> none || names.contains(s.name()))
        .flatMap(s -> s.columns().stream());
  }

  /** The stream named before the dot; an alias stands for all. */
  private Set<String> qualified() {
    boolean named = before.size() > 1 && before.get(before.size() - 2).isName();
    return named ? Set.of(before.get(before.size() - 2).text()) : sources;
  }

  private Stream<Proposal> members(List<String> path) {
    return columns(sources)
        .filter(c -> c.path().size() == path.size() + 1)
        .filter(c -> c.path().subList(0, path.size()).equals(path))
        .map(c -> Proposal.column(c, Column.quoted(c.name())));
  }

  /** The names before the last arrow, each divided by an arrow. */
  private List<String> path() {
    Deque<String> names = new ArrayDeque<>();
    for (int i = before.size() - 1; i > 0 && before.get(i).is(Symbol.ARROW); i -= 2) {
      if (!before.get(i - 1).isName()) {
        break;
      }
      names.push(before.get(i - 1).text());
    }
    return new ArrayList<>(names);
  }

  /** 0 begins with the word, also as a member; 1 holds it somewhere, for names of the plant. */
  private int rank(Proposal proposal) {
    String text = proposal.insert().toLowerCase(Locale.ROOT);
    String last = text.substring(text.lastIndexOf('>') + 1);
    if (text.startsWith(word)) {
      return 0;
    }
    boolean named =
        proposal.kind() == Proposal.Kind.COLUMN || proposal.kind() == Proposal.Kind.STREAM;
    if (named && last.startsWith(word)) {
      return 0;
    }
    return named && word.length() >= LETTERS && text.contains(word) ? 1 : Integer.MAX_VALUE;
  }
}
