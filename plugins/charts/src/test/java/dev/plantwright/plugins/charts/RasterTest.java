package dev.plantwright.plugins.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RasterTest {
  private final Raster raster = new Raster();

  @Test
  void aLevelLineCoversItsThicknessAndNothingElse() {
    raster.begin(10, 10);
    raster.line();
    raster.to(0, 5);
    raster.to(10, 5);
    raster.paint(0xffff0000, 2);
    assertThat(raster.pixel(5, 4)).isEqualTo(0xffff0000);
    assertThat(raster.pixel(5, 5)).isEqualTo(0xffff0000);
    assertThat(raster.pixel(5, 3)).isZero();
    assertThat(raster.pixel(5, 6)).isZero();
  }

  @Test
  void aSpikeWithinOnePixelKeepsItsFullHeight() {
    raster.begin(10, 100);
    raster.line();
    for (double x : new double[] {0, 5.2, 5.4, 5.6, 9}) {
      raster.to(x, x == 5.4 ? 10 : 90);
    }
    raster.paint(0xff00ff00, 1);
    assertThat(raster.pixel(5, 11)).isEqualTo(0xff00ff00);
    assertThat(raster.pixel(5, 50)).isEqualTo(0xff00ff00);
    assertThat(raster.pixel(4, 50)).isZero();
  }

  @Test
  void aGapIsNotJoined() {
    raster.begin(20, 10);
    raster.line();
    raster.to(0, 5);
    raster.to(4, 5);
    raster.gap();
    raster.to(15, 5);
    raster.to(19, 5);
    raster.paint(0xffffffff, 2);
    assertThat(raster.pixel(3, 5)).isNotZero();
    assertThat(raster.pixel(10, 5)).isZero();
    assertThat(raster.pixel(16, 5)).isNotZero();
  }

  @Test
  void halfACoverageBlendsHalf() {
    assertThat(Raster.over(0xffffffff, 0.5f, 0xff000000)).isEqualTo(0xff808080);
  }
}
