package fi.kumppani.kit.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people have them, as small as they can be. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A PDF with these words in it. */
    public static byte[] pdf(String words) {
        return text("%PDF-1.7\n% " + words + "\nstartxref\n9\n%%EOF\n");
    }

    /** The beginning of a PNG. */
    public static byte[] png() {
        return HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
    }

    /** The beginning of a JPEG. */
    public static byte[] jpeg() {
        return HexFormat.of().parseHex("ffd8ffe000104a464946");
    }

    /** A text in UTF-8. */
    public static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    /** An Office Open XML file with these parts. */
    public static byte[] office(String... parts) {
        return zip("[Content_Types].xml", "<Types/>", List.of(parts));
    }

    /** An OpenDocument file of this type. */
    public static byte[] openDocument(String mediaType) {
        return zip("mimetype", mediaType, List.of("content.xml"));
    }

    /** A zip whose first entry is not compressed. */
    public static byte[] zip(String first, String content, List<String> others) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] plain = text(content);
            ZipEntry entry = new ZipEntry(first);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(plain.length);
            CRC32 sum = new CRC32();
            sum.update(plain);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(plain);
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A small zip that is so many megabytes when unpacked. */
    public static byte[] bomb(int megabytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            byte[] nothing = new byte[1024 * 1024];
            for (int each = 0; each < megabytes; each++) {
                zip.write(nothing);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
