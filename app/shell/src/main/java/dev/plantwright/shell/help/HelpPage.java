package dev.plantwright.shell.help;

import dev.plantwright.shell.help.Block.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A page of help.
 *
 * @param id of the part it is about
 */
public record HelpPage(String id, String title, List<Block> blocks) {
  /**
   * Where a page is looked for.
   *
   * @param part id of the part it is about
   * @param title used when the page has no heading
   * @param owner class that came with the page
   */
  public record Source(String part, String title, Class<?> owner) {}

  static HelpPage of(String id, String title, String text) {
    List<Block> blocks = Markdown.parse(text);
    String own =
        blocks.stream()
            .filter(b -> b instanceof Heading h && h.level() == 1)
            .map(b -> Block.plain(((Heading) b).spans()))
            .findFirst()
            .orElse(title);
    return new HelpPage(id, own, blocks);
  }

  /** Reads the page {@code /help/<part>.md}, if there is one. Blocks. */
  public static Optional<HelpPage> read(Source source) throws IOException {
    try (InputStream in = source.owner().getResourceAsStream("/help/" + source.part() + ".md")) {
      return in == null
          ? Optional.empty()
          : Optional.of(
              of(
                  source.part(),
                  source.title(),
                  new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  /** Headings below the title, in order. */
  public List<String> sections() {
    return blocks.stream()
        .filter(b -> b instanceof Heading h && h.level() > 1)
        .map(b -> Block.plain(((Heading) b).spans()))
        .toList();
  }
}
