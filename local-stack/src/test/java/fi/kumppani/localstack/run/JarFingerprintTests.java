package fi.kumppani.localstack.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class JarFingerprintTests {

    @TempDir private Path directory;

    @Test
    void seesAChangeThatLeavesTimeAndSizeAlike() throws IOException {
        Path before = jar("before.jar", "return 1;", 0);
        Path after = jar("after.jar", "return 2;", 0);

        assertThat(Files.size(after)).isEqualTo(Files.size(before));
        assertThat(JarFingerprint.of(after)).isNotEqualTo(JarFingerprint.of(before));
    }

    @Test
    void isTheSameForTheSameContentBuiltLater() throws IOException {
        Path before = jar("before.jar", "return 1;", 0);
        Path after = jar("after.jar", "return 1;", 1_000_000_000L);

        assertThat(JarFingerprint.of(after)).isEqualTo(JarFingerprint.of(before));
    }

    private Path jar(String name, String content, long millis) throws IOException {
        Path jar = directory.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            var entry = new ZipEntry("Some.class");
            entry.setTime(millis);
            out.putNextEntry(entry);
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
