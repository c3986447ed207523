package fi.kumppani.localstack.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells whether two jars hold the same, from the checksums that a jar keeps of its entries. */
final class JarFingerprint {

    private JarFingerprint() {}

    static String of(Path jar) throws IOException {
        var checksum = new CRC32C();
        try (var zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .map(JarFingerprint::describe)
                    .forEach(entry -> checksum.update(entry.getBytes(StandardCharsets.UTF_8)));
        }
        return "%08x".formatted(checksum.getValue());
    }

    private static String describe(ZipEntry entry) {
        return "%s %x %d%n".formatted(entry.getName(), entry.getCrc(), entry.getSize());
    }
}
