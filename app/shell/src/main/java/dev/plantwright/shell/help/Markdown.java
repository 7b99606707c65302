package dev.plantwright.shell.help;

import dev.plantwright.shell.help.Block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the Markdown that help pages are written in: headings, paragraphs, flat lists, tables and
 * fenced code. Everything is a page: what has no meaning here is a paragraph.
 */
final class Markdown {
  private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*?) *#*");
  private static final Pattern BULLET = Pattern.compile("[-*] +(.*)");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})[.)] +(.*)");
  private static final Pattern RULE = Pattern.compile("\\|?[ :|-]*-[ :|-]*");
  private static final Pattern BETWEEN_CELLS = Pattern.compile("(?<!\\\\)\\|");

  private final List<String> lines;
  private final List<Block> blocks = new ArrayList<>();
  private int at;

  private Markdown(String text) {
    lines = text.lines().toList();
  }

  static List<Block> parse(String text) {
    Markdown page = new Markdown(text);
    while (page.at < page.lines.size()) {
      page.block();
    }
    return List.copyOf(page.blocks);
  }

  private void block() {
    String line = lines.get(at);
    Matcher heading = HEADING.matcher(line);
    if (line.isBlank()) {
      at++;
    } else if (heading.matches()) {
      blocks.add(new Block.Heading(heading.group(1).length(), Spans.parse(heading.group(2))));
      at++;
    } else if (line.startsWith("```")) {
      code();
    } else if (isTable(at)) {
      table();
    } else if (BULLET.matcher(line).matches()) {
      items(BULLET, 0);
    } else if (NUMBER.matcher(line).matches()) {
      Matcher number = NUMBER.matcher(line);
      items(NUMBER, number.matches() ? Math.max(1, Integer.parseInt(number.group(1))) : 1);
    } else {
      blocks.add(new Block.Paragraph(Spans.parse(joined(lines.get(at++)))));
    }
  }

  /** A line with those below it that go on with it. */
  private String joined(String first) {
    StringBuilder text = new StringBuilder(first.strip());
    while (at < lines.size() && goesOn(lines.get(at))) {
      text.append(' ').append(lines.get(at++).strip());
    }
    return text.toString();
  }

  private boolean goesOn(String line) {
    return !line.isBlank()
        && !line.startsWith("```")
        && !HEADING.matcher(line).matches()
        && !BULLET.matcher(line).matches()
        && !NUMBER.matcher(line).matches()
        && !isTable(at);
  }

  private void code() {
    List<String> code = new ArrayList<>();
    at++;
    while (at < lines.size() && !lines.get(at).startsWith("```")) {
      code.add(lines.get(at++));
    }
    at++;
    blocks.add(new Block.Code(String.join("\n", code)));
  }

  private void items(Pattern mark, int first) {
    List<List<Span>> items = new ArrayList<>();
    while (at < lines.size()) {
      Matcher item = mark.matcher(lines.get(at));
      if (!item.matches()) {
        break;
      }
      at++;
      items.add(Spans.parse(joined(item.group(item.groupCount()))));
    }
    blocks.add(new Block.Items(first, List.copyOf(items)));
  }

  private boolean isTable(int line) {
    return line + 1 < lines.size()
        && lines.get(line).startsWith("|")
        && RULE.matcher(lines.get(line + 1).strip()).matches();
  }

  private void table() {
    List<List<Span>> header = cells(lines.get(at));
    at += 2;
    List<List<List<Span>>> rows = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith("|")) {
      List<List<Span>> row = new ArrayList<>(cells(lines.get(at++)));
      while (row.size() < header.size()) {
        row.add(List.of());
      }
      rows.add(List.copyOf(row.subList(0, header.size())));
    }
    blocks.add(new Block.Table(header, List.copyOf(rows)));
  }

  private static List<List<Span>> cells(String line) {
    String inner = line.strip().substring(1);
    inner =
        inner.endsWith("|") && !inner.endsWith("\\|")
            ? inner.substring(0, inner.length() - 1)
            : inner;
    return BETWEEN_CELLS
        .splitAsStream(inner)
        .map(cell -> Spans.parse(cell.strip().replace("\\|", "|")))
        .toList();
  }
}
