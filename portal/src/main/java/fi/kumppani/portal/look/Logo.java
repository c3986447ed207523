package fi.kumppani.portal.look;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;

import java.io.IOException;
import java.io.InputStream;

/** A picture beside the name of a municipality. */
final class Logo {

    /** In pixels as it is shown. */
    static final int HEIGHT = 40;

    /** Every page brings it. */
    private static final int LARGEST = 30 * 1024;

    private static final int WIDEST = 4;
    private static final int NARROWEST = 2;

    private final byte[] content;
    private final MediaType type;
    private final int width;

    private Logo(byte[] content, MediaType type, int width) {
        this.content = content;
        this.type = type;
        this.width = width;
    }

    /**
     * How large a picture says it is, in whatever unit.
     *
     * @param width more than 0
     * @param height more than 0
     */
    record Size(double width, double height) {}

    /**
     * Reads a picture.
     *
     * @throws IllegalArgumentException when there is none, or it is none that a page should show
     */
    static Logo read(String place) {
        byte[] content = content(place);
        if (PngPicture.isOne(content)) {
            return of(content, MediaType.IMAGE_PNG, PngPicture.size(content));
        }
        return of(content, MediaType.valueOf("image/svg+xml"), SvgPicture.size(content));
    }

    /** What is sent. */
    byte[] content() {
        return content.clone();
    }

    /** What it is. */
    MediaType type() {
        return type;
    }

    /** In pixels where it is {@value #HEIGHT} high. */
    int width() {
        return width;
    }

    private static Logo of(byte[] content, MediaType type, Size size) {
        double shape = size.width() / size.height();
        if (shape > WIDEST || shape < 1.0 / NARROWEST) {
            throw new IllegalArgumentException(
                    "must be at most %d times as wide as high and at most %d times as high as wide"
                            .formatted(WIDEST, NARROWEST));
        }
        return new Logo(content, type, (int) Math.round(shape * HEIGHT));
    }

    private static byte[] content(String place) {
        boolean isAddress = place.startsWith("classpath:") || place.startsWith("file:");
        Resource file =
                new DefaultResourceLoader().getResource(isAddress ? place : "file:" + place);
        try (InputStream content = file.getInputStream()) {
            byte[] read = content.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new IllegalArgumentException("must have at most %d bytes".formatted(LARGEST));
            }
            return read;
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
        }
    }
}
