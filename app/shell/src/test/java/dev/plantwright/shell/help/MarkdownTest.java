package dev.plantwright.shell.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plantwright.shell.help.Block.Span;
import dev.plantwright.shell.help.Block.Style;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  private static Span plain(String text) {
    return new Span(text, Style.PLAIN, Optional.empty());
  }

  @Test
  void readsStylesAndLinks() {
    assertThat(Spans.parse("a *b* **c** `d*e` [f](g.md) \\*h*"))
        .containsExactly(
            plain("a "),
            new Span("b", Style.ITALIC, Optional.empty()),
            plain(" "),
            new Span("c", Style.BOLD, Optional.empty()),
            plain(" "),
            new Span("d*e", Style.CODE, Optional.empty()),
            plain(" "),
            new Span("f", Style.PLAIN, Optional.of("g.md")),
            plain(" *h*"));
  }

  @Test
  void whatIsNotClosedIsText() {
    assertThat(Spans.parse("3 * 4 [x] `y **")).containsExactly(plain("3 * 4 [x] `y **"));
    assertThat(Spans.parse("*")).containsExactly(plain("*"));
    assertThat(Spans.parse("**")).containsExactly(plain("**"));
    assertThat(Spans.parse("\\")).containsExactly(plain("\\"));
  }

  @Test
  void readsBlocks() {
    List<Block> blocks =
        Markdown.parse("# T\none\ntwo\n\n- a\n  b\n- c\n3. d\n```\nx\n\n y\n```\n#no heading");
    assertThat(blocks)
        .containsExactly(
            new Block.Heading(1, List.of(plain("T"))),
            new Block.Paragraph(List.of(plain("one two"))),
            new Block.Items(0, List.of(List.of(plain("a b")), List.of(plain("c")))),
            new Block.Items(3, List.of(List.of(plain("d")))),
            new Block.Code("x\n\n y"),
            new Block.Paragraph(List.of(plain("#no heading"))));
  }

  @Test
  void aTableHasAsManyCellsInEachRowAsItsHeader() {
    Block.Table table =
        (Block.Table)
            Markdown.parse("| a | b |\n|---|---|\n| 1 |\n| x \\| y | 2 | 3 |\n").getFirst();
    assertThat(table.header()).hasSize(2);
    assertThat(table.rows()).hasSize(2).allMatch(row -> row.size() == 2);
    assertThat(Block.plain(table.rows().get(1).getFirst())).isEqualTo("x | y");
  }

  @Test
  void anyTextEnds() {
    assertThat(Markdown.parse("```\nnot closed")).containsExactly(new Block.Code("not closed"));
    assertThat(Markdown.parse("|\n|-\n|")).isNotEmpty();
    assertThat(Markdown.parse("- ")).isNotEmpty();
    assertThat(Markdown.parse("")).isEmpty();
  }
}
