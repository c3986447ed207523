package fi.kumppani.kit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a file. It is judged by its bytes alone, whatever somebody calls it. */
public final class FileContent {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] PNG = HEX.parseHex("89504e470d0a1a0a");
    private static final byte[] JPEG = HEX.parseHex("ffd8ff");

    /** In an OpenDocument file, uncompressed and first (OpenDocument 1.3, part 2, 3.3). */
    private static final String MEDIA_TYPE = "mimetype";

    /** In an Office Open XML file (ECMA-376, part 2, 7.2.3.2). */
    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String MACROS = "vbaProject.bin";
    private static final int PDF_END = 2_048;
    private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;

    private final byte[] bytes;

    private FileContent(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The content that these bytes are. */
    public static FileContent of(byte[] bytes) {
        return new FileContent(bytes.clone());
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int size() {
        return bytes.length;
    }

    /** Its SHA-256 in hexadecimal digits: no other content has it. */
    public String hash() {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Whether it is what files of this type are. */
    boolean isOf(FileType type) {
        return switch (type) {
            case PDF -> startsWith(PDF) && endsAsPdf();
            case PNG -> startsWith(PNG);
            case JPEG -> startsWith(JPEG);
            case TXT, CSV -> isText();
            case ODT, ODS -> archive().mediaType().equals(type.mediaType());
            case DOCX -> archive().isOfficeWith("word/document.xml");
            case XLSX -> archive().isOfficeWith("xl/workbook.xml");
        };
    }

    private boolean startsWith(byte[] beginning) {
        return bytes.length > beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** A PDF tells at its end where its objects are (ISO 32000-2, 7.5.5); a script does not. */
    private boolean endsAsPdf() {
        int from = Math.max(0, bytes.length - PDF_END);
        String end = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        return end.contains("startxref") && end.contains("%%EOF");
    }

    private boolean isText() {
        try {
            return bytes.length > 0
                    && StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .chars()
                            .noneMatch(each -> each < ' ' && "\t\n\r\f".indexOf(each) < 0);
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** What is packed in it; nothing when it is damaged, or larger than anybody means well. */
    private Archive archive() {
        Set<String> names = new HashSet<>();
        String mediaType = "";
        long left = LARGEST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.isEmpty() && entry.getName().equals(MEDIA_TYPE)) {
                    mediaType = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
                }
                names.add(entry.getName());
                left -= unpacked(zip, left);
                if (left <= 0) {
                    return Archive.NONE;
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            return Archive.NONE;
        }
        return new Archive(names, mediaType);
    }

    private static long unpacked(InputStream entry, long most) throws IOException {
        byte[] some = new byte[64 * 1024];
        long all = 0;
        for (int read = entry.read(some); read >= 0 && all <= most; read = entry.read(some)) {
            all += read;
        }
        return all;
    }

    /**
     * What is packed in a file.
     *
     * @param mediaType what it says of itself; empty when it says nothing
     */
    private record Archive(Set<String> names, String mediaType) {

        private static final Archive NONE = new Archive(Set.of(), "");

        private boolean isOfficeWith(String main) {
            return names.contains(CONTENT_TYPES)
                    && names.contains(main)
                    && names.stream().noneMatch(name -> name.endsWith(MACROS));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
