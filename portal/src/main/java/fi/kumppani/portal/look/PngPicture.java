package fi.kumppani.portal.look;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.imageio.ImageIO;

/** Looks whether a file is a PNG picture that a browser can show. */
final class PngPicture {

    /** What every PNG file begins with (ISO/IEC 15948, 5.2). */
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Where the header says width and height (ISO/IEC 15948, 11.2.2). */
    private static final int WIDTH_AT = 16;

    private static final int HEIGHT_AT = 20;
    private static final int LARGEST = 1024;

    private PngPicture() {}

    /** Whether it says that it is one. */
    static boolean isOne(byte[] content) {
        return content.length > HEIGHT_AT + Integer.BYTES
                && Arrays.equals(content, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /**
     * How large it is, after all of it was read.
     *
     * @throws IllegalArgumentException when it is too large, or is no picture after all
     */
    static Logo.Size size(byte[] content) {
        ByteBuffer header = ByteBuffer.wrap(content);
        int width = header.getInt(WIDTH_AT);
        int height = header.getInt(HEIGHT_AT);
        if (width < 1 || height < 1 || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException(
                    "must be at most %1$d times %1$d pixels".formatted(LARGEST));
        }
        if (picture(content) == null) {
            throw new IllegalArgumentException("is no PNG picture");
        }
        return new Logo.Size(width, height);
    }

    private static @Nullable BufferedImage picture(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new IllegalArgumentException("is no PNG picture", e);
        }
    }
}
