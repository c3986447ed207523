package fi.kumppani.portal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

class LogoTests {

    private static final String BEFORE =
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
                    + " viewBox='0 0 10 10'>";

    @TempDir Path directory;

    @Test
    void readsShapesAndTheirSize() {
        Logo logo = Logo.read("classpath:looks/shapes.svg");

        assertThat(logo.type()).isEqualTo(MediaType.valueOf("image/svg+xml"));
        assertThat(logo.width()).isEqualTo(60);
    }

    @Test
    void readsPixelsAndTheirSize() throws IOException {
        Logo logo = Logo.read(png(120, 60).toString());

        assertThat(logo.type()).isEqualTo(MediaType.IMAGE_PNG);
        assertThat(logo.width()).isEqualTo(80);
    }

    @Test
    void takesAnAddressOfAFile() throws IOException {
        assertThat(Logo.read(png(40, 40).toUri().toString()).width()).isEqualTo(40);
    }

    @Test
    void refusesAPictureOfAnUnlikelyShape() throws IOException {
        assertRefused(png(410, 100), "at most 4 times as wide as high");
        assertRefused(png(10, 21), "at most 2 times as high as wide");
    }

    @Test
    void refusesAPictureThatIsTooLarge() throws IOException {
        assertRefused(png(1025, 1025), "at most 1024 times 1024 pixels");
        byte[] large = new byte[30 * 1024 + 1];
        assertRefused(Files.write(directory.resolve("large.png"), large), "at most 30720 bytes");
    }

    @Test
    void refusesHalfAPicture() throws IOException {
        byte[] whole = Files.readAllBytes(png(40, 40));
        Path half = directory.resolve("half.png");
        Files.write(half, Arrays.copyOf(whole, 40));

        assertRefused(half, "is no PNG picture");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>*{fill:red}</style>",
                "<image href='https://example.org/a.png'/>",
                "<foreignObject/>",
                "<rect onload='alert(1)'/>",
                "<rect style='fill:red'/>",
                "<rect fill='url(https://example.org/a)'/>",
                "<use href='https://example.org/a.svg#b'/>",
                "<use xlink:href='data:image/svg+xml,a'/>",
                "<a xmlns='http://www.w3.org/1999/xhtml'/>"
            })
    void refusesMoreThanShapes(String more) throws IOException {
        assertRefused(svg(BEFORE + more + "</svg>"), "shape");
    }

    @Test
    void takesGradientsOfItsOwn() throws IOException {
        Path gradient =
                svg(
                        BEFORE
                                + "<defs><linearGradient id='a'/></defs>"
                                + "<rect fill='url(#a)'/><use href='#a'/></svg>");

        assertThat(Logo.read(gradient.toString()).width()).isEqualTo(Logo.HEIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no picture",
                "<html/>",
                "<svg/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                        + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>&a;</svg>"
            })
    void refusesWhatIsNoPicture(String content) throws IOException {
        assertRefused(svg(content), "neither a PNG nor an SVG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 0 10", "0 0 0 10", "0 0 ten 10"})
    void refusesShapesWithoutASize(String box) throws IOException {
        assertRefused(
                svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='" + box + "'/>"), "viewBox");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertRefused(directory.resolve("nothing.svg"), "cannot be read");
    }

    private static void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Logo.read(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private Path png(int width, int height) throws IOException {
        Path file = directory.resolve(width + "x" + height + ".png");
        ImageIO.write(
                new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        return file;
    }

    private Path svg(String content) throws IOException {
        Path file = directory.resolve("a.svg");
        return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
