package dev.plantwright.api.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * The look: colour tokens over AtlantaFX Primer, fonts and shapes. What is drawn by hand asks
 * {@link #color} for a token instead of naming a colour.
 */
public enum Theme {
  DARK("tokens-dark.css"),
  LIGHT("tokens-light.css");

  private static final List<String> FONTS =
      List.of(
          "InterTabular-Regular.otf",
          "InterTabular-Medium.otf",
          "InterTabular-Bold.otf",
          "InterTabular-Italic.otf",
          "JetBrainsMono-Regular.ttf",
          "JetBrainsMono-Bold.ttf");

  private final String sheet;
  private final Map<String, Color> tokens;

  Theme(String sheet) {
    this.sheet = sheet;
    this.tokens = read(sheet);
  }

  /** Dresses a scene, replacing the theme it had; FX thread. */
  public void apply(Scene scene) {
    Fonts.load();
    Application.setUserAgentStylesheet(
        this == DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().removeIf(s -> s.contains("/dev/plantwright/api/theme/"));
    scene.getStylesheets().addAll(0, List.of(url(sheet), url("base.css")));
    scene.getProperties().put(Theme.class, this);
    scene.setFill(color("-color-bg-default"));
  }

  /** The theme a node is shown in; dark while it is in no scene. */
  public static Theme of(Node node) {
    Scene scene = node.getScene();
    return scene != null && scene.getProperties().get(Theme.class) instanceof Theme theme
        ? theme
        : DARK;
  }

  /**
   * Value of a token such as {@code -color-fg-muted}.
   *
   * @throws IllegalArgumentException if there is no such token
   */
  public Color color(String token) {
    Color color = tokens.get(token);
    if (color == null) {
      throw new IllegalArgumentException("no colour token " + token);
    }
    return color;
  }

  /** Colour of the n-th series from 0; the palette repeats after ten. */
  public Color series(int index) {
    return color("-pw-series-" + (index % 10 + 1));
  }

  private static Map<String, Color> read(String sheet) {
    Map<String, Color> colors = new HashMap<>();
    try (InputStream in = Theme.class.getResourceAsStream(sheet)) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher token = Pattern.compile("(-[a-z0-9-]+):\\s*([^;]+);").matcher(css);
      while (token.find()) {
        colors.put(token.group(1), Color.web(token.group(2).trim()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(colors);
  }

  private static String url(String name) {
    return Theme.class.getResource(name).toExternalForm();
  }

  /** Loads the fonts once, when the first scene is dressed. */
  private static final class Fonts {
    static {
      for (String font : FONTS) {
        Font.loadFont(url("fonts/" + font), 13);
      }
    }

    static void load() {}
  }
}
