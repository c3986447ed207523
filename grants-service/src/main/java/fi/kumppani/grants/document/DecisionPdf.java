package fi.kumppani.grants.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A decision document as a PDF that a screen reader reads (PDF/UA-1, ISO 14289-1) and an archive
 * keeps (PDF/A-3u, ISO 19005-3).
 */
public final class DecisionPdf {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    static {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    private DecisionPdf() {}

    /** The PDF. */
    public static byte[] of(DecisionDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
        builder.useColorProfile(SRGB);
        builder.useFont(
                () -> font("LiberationSans-Regular.ttf"), "Body", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(
                () -> font("LiberationSans-Bold.ttf"), "Body", BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(DecisionPage.of(document), null);
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The Liberation fonts, which have the letters of Finnish, Swedish and the Sámi languages. */
    private static InputStream font(String name) {
        return Objects.requireNonNull(
                DecisionPdf.class.getResourceAsStream("/liberation/" + name), name);
    }
}
